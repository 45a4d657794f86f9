package dev.weft.editor.queue;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Panel;
import dev.weft.editor.window.Panel.Place;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The queue's drawer and button, and items of the status bar.
public final class QueueModule extends AbstractModule {
    private static final Texts TEXTS = Texts.of(QueueModule.class);
    private static final String ICON = "fltral-list-20";

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Panel.class);
    }

    @ProvidesIntoSet
    Panel drawer(Provider<QueueDrawer> drawer) {
        return new Panel("queue", Place.DRAWER, 10, TEXTS.get("queue"), ICON, drawer::get);
    }

    @ProvidesIntoSet
    Panel button(Provider<QueueButton> button) {
        return new Panel("queue-button", Place.TOP_BAR, 10, TEXTS.get("queue"), ICON, button::get);
    }

    @ProvidesIntoSet
    Panel backend(Provider<StatusItems> items) {
        return status("status-backend", Place.STATUS_LEFT, 10, () -> items.get().backend());
    }

    @ProvidesIntoSet
    Panel memory(Provider<StatusItems> items) {
        return status("status-memory", Place.STATUS_LEFT, 20, () -> items.get().memory());
    }

    @ProvidesIntoSet
    Panel line(Provider<StatusItems> items) {
        return status("status-queue", Place.STATUS_LEFT, 30, () -> items.get().queue());
    }

    @ProvidesIntoSet
    Panel last(Provider<StatusItems> items) {
        return status("status-run", Place.STATUS_RIGHT, 10, () -> items.get().last());
    }

    private static Panel status(String id, Place place, int order, Supplier<Node> item) {
        return new Panel(id, place, order, "", "", item);
    }
}
