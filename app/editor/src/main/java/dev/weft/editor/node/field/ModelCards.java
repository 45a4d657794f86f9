package dev.weft.editor.node.field;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.text.Texts;
import dev.weft.models.bundle.Bundle;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.BundleException;
import dev.weft.nodes.api.Folders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;

/// What is known of models, read in the background.
@Singleton
final class ModelCards {
    private static final Texts TEXTS = Texts.of(ModelCards.class);
    private static final String BUILT_IN = "starter";
    private static final int PIXELS_A_LATENT = 8;

    private final Folders folders;
    private final Map<String, ModelCard> cards = new HashMap<>();
    private final Map<String, List<Runnable>> waiting = new HashMap<>();

    @Inject
    ModelCards(Folders folders) {
        this.folders = folders;
    }

    /// The card of a model; nothing while it is not read yet.
    ///
    /// @param ready is run once it is read
    Optional<ModelCard> find(String name, Runnable ready) {
        ModelCard known = cards.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        List<Runnable> others = waiting.get(name);
        if (others != null) {
            others.add(ready);
            return Optional.empty();
        }
        waiting.put(name, new ArrayList<>(List.of(ready)));
        Thread.ofVirtual().name("weft-model-card").start(() -> {
            ModelCard read = read(name);
            Platform.runLater(() -> {
                cards.put(name, read);
                List<Runnable> told = waiting.remove(name);
                if (told != null) {
                    told.forEach(Runnable::run);
                }
            });
        });
        return Optional.empty();
    }

    private ModelCard read(String name) {
        try {
            Bundle bundle = new BundleCatalog(folders.models()).find(name);
            List<String> details = new ArrayList<>();
            if (name.equals(BUILT_IN)) {
                details.add(TEXTS.get("model.built_in"));
            }
            bundle.sampleSize().ifPresent(size -> details.add(size * PIXELS_A_LATENT + "²"));
            return new ModelCard(String.join(", ", details), false);
        } catch (BundleException e) {
            return new ModelCard(TEXTS.get("model.missing"), true);
        }
    }
}
