package dev.weft.editor.settings;

import dev.weft.editor.preferences.Preferences;
import dev.weft.graph.json.JsonArray;
import dev.weft.graph.json.JsonBoolean;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.collections.ObservableList;

/// The preferences as the text of a JSON object. Keys that are not there leave what is; those that are not
/// known are
/// passed over.
final class PreferenceText {
    private record Entry(Observable value, Supplier<JsonValue> write, Consumer<Object> read) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    PreferenceText(Preferences preferences) {
        put(
                "theme",
                new Entry(
                        preferences.themeProperty(),
                        () -> new JsonString(
                                preferences.themeProperty().get().name().toLowerCase(Locale.ROOT)),
                        value -> preferences
                                .themeProperty()
                                .set(Preferences.Theme.valueOf(string(value).toUpperCase(Locale.ROOT)))));
        flag("high_contrast", preferences.highContrastProperty());
        flag("reduce_motion", preferences.reduceMotionProperty());
        number("scale", preferences.scaleProperty(), .75, 2);
        put(
                "language",
                new Entry(
                        preferences.languageProperty(),
                        () -> new JsonString(preferences.languageProperty().get()),
                        value -> preferences.languageProperty().set(string(value))));
        flag("snap", preferences.snapProperty());
        flag("dim_far_wires", preferences.dimFarWiresProperty());
        flag("live_preview", preferences.livePreviewProperty());
        flag("minimap", preferences.minimapProperty());
        flag("tour_seen", preferences.tourSeenProperty());
        number("sidebar_width", preferences.sidebarWidthProperty(), 176, 320);
        number("bottom_height", preferences.bottomHeightProperty(), 96, 480);
        list("recent_actions", preferences.recentActions(), Function.identity(), Function.identity());
        list("recent_files", preferences.recentFiles(), Path::toString, Path::of);
        list("open_files", preferences.openFiles(), Path::toString, Path::of);
        list("recent_node_types", preferences.recentNodeTypes(), Function.identity(), Function.identity());
        put("keys", new Entry(preferences.keys(), () -> keys(preferences), value -> {
            Map<?, ?> members = as(Map.class, value);
            preferences.keys().clear();
            members.forEach((key, words) -> preferences.keys().put(string(key), string(words)));
        }));
    }

    /// Calls after each change.
    void onChange(Runnable listener) {
        entries.values().forEach(entry -> entry.value().addListener(_ -> listener.run()));
    }

    String write() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        entries.forEach((key, entry) -> members.put(key, entry.write().get()));
        return new JsonObject(members) + "\n";
    }

    /// Sets the preferences to what a text says.
    ///
    /// @throws IllegalArgumentException if it is something else
    void read(String text) {
        PlainJson.object(text).forEach((key, value) -> {
            Entry entry = entries.get(key);
            if (entry != null) {
                entry.read().accept(value);
            }
        });
    }

    private void put(String key, Entry entry) {
        entries.put(key, entry);
    }

    private void flag(String key, BooleanProperty property) {
        put(
                key,
                new Entry(
                        property,
                        () -> new JsonBoolean(property.get()),
                        value -> property.set(as(Boolean.class, value))));
    }

    private void number(String key, DoubleProperty property, double least, double most) {
        put(
                key,
                new Entry(
                        property,
                        () -> JsonNumber.of(property.get()),
                        value -> property.set(Math.clamp(as(Number.class, value).doubleValue(), least, most))));
    }

    private <T> void list(String key, ObservableList<T> list, Function<T, String> write, Function<String, T> read) {
        put(
                key,
                new Entry(
                        list,
                        () -> new JsonArray(list.stream()
                                .<JsonValue>map(element -> new JsonString(write.apply(element)))
                                .toList()),
                        value -> {
                            List<?> elements = as(List.class, value);
                            list.setAll(elements.stream()
                                    .map(element -> read.apply(string(element)))
                                    .toList());
                        }));
    }

    private static JsonValue keys(Preferences preferences) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        preferences.keys().forEach((action, words) -> members.put(action, new JsonString(words)));
        return new JsonObject(members);
    }

    private static String string(Object value) {
        return as(String.class, value);
    }

    private static <T> T as(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    Objects.toString(value) + " stands where a " + type.getSimpleName() + " belongs");
        }
        return type.cast(value);
    }
}
