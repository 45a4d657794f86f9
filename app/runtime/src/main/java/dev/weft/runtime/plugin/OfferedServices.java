package dev.weft.runtime.plugin;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import java.util.Set;
import java.util.logging.Logger;

/// What the runtime binds, as an injector made for one plugin.
///
/// A plugin's own injector is a child of this one. Were it a child of the runtime's, that would note the keys which the
/// plugin binds, so that no parent binds them too, and keep them after the child is gone; a key keeps its class, and a
/// class the whole plugin.
final class OfferedServices {
    /// Every injector has these of its own.
    private static final Set<Key<?>> BUILT_IN =
            Set.of(Key.get(Injector.class), Key.get(Stage.class), Key.get(Logger.class));

    private OfferedServices() {}

    static Injector of(Injector runtime) {
        return Guice.createInjector(Stage.DEVELOPMENT, binder -> {
            binder.requireExplicitBindings();
            runtime.getBindings().keySet().stream()
                    .filter(key -> !BUILT_IN.contains(key))
                    .forEach(key -> offer(binder, key, runtime));
        });
    }

    private static <T> void offer(Binder binder, Key<T> key, Injector runtime) {
        binder.bind(key).toProvider(runtime.getProvider(key));
    }
}
