package dev.weft.editor.action;

import dev.weft.editor.text.Texts;
import java.util.Locale;
import java.util.Optional;

/// All that can be asked for by key, menu, button or palette. The default keys are ComfyUI's where it has one.
public enum Action {
    NEW("Shortcut+N", "fltfal-add-20"),
    OPEN("Shortcut+O", "fltfal-folder-open-20"),
    SAVE("Shortcut+S", "fltrmz-save-20"),
    SAVE_AS("Shortcut+Shift+S", "fltrmz-save-20"),
    CLOSE_TAB("Shortcut+W", "fltral-dismiss-16"),
    NEXT_TAB("Shortcut+Page Down", ""),
    PREVIOUS_TAB("Shortcut+Page Up", ""),
    TEMPLATES("Shortcut+T", ""),
    EXPORT_PNG("", "fltral-image-20"),
    EXPORT_SVG("", "fltral-image-20"),
    QUIT("Shortcut+Q", ""),
    UNDO("Shortcut+Z", "fltral-arrow-undo-20"),
    REDO("Shortcut+Y", "fltral-arrow-redo-20"),
    CUT("Shortcut+X", ""),
    COPY("Shortcut+C", ""),
    PASTE("Shortcut+V", ""),
    PASTE_WITH_WIRES("Shortcut+Shift+V", ""),
    DUPLICATE("Shortcut+D", ""),
    DELETE("Delete", ""),
    SELECT_ALL("Shortcut+A", ""),
    SELECT_NONE("Shortcut+Shift+A", ""),
    RENAME("F2", ""),
    MUTE("Shortcut+M", ""),
    BYPASS("Shortcut+B", ""),
    COLLAPSE("Alt+C", ""),
    PIN("P", ""),
    GROUP("Shortcut+G", ""),
    NOTE("Shortcut+Shift+N", ""),
    MAKE_SUBGRAPH("Shortcut+Shift+E", ""),
    ENTER_SUBGRAPH("Shortcut+Down", ""),
    LEAVE_SUBGRAPH("Escape", ""),
    UNPACK_SUBGRAPH("Shortcut+Shift+U", ""),
    ARRANGE("Shortcut+L", ""),
    ADD_NODE("Tab", "fltrmz-search-20"),
    FIND_IN_GRAPH("Shortcut+F", "fltrmz-search-20"),
    GO_TO_NODE("Shortcut+J", ""),
    COMMANDS("Shortcut+K", "fltrmz-search-20"),
    FIT("Period", "fltral-autofit-content-24"),
    ZOOM_IN("Alt+Equals", "fltrmz-zoom-in-20"),
    ZOOM_OUT("Alt+Minus", "fltrmz-zoom-out-20"),
    ZOOM_RESET("Shortcut+0", ""),
    MINIMAP("Alt+M", "fltrmz-map-24"),
    SHOW_SIDEBAR("Shortcut+Shift+L", ""),
    SHOW_GRAPH("Alt+1", ""),
    SHOW_FORM("Alt+2", ""),
    SHOW_GALLERY("Alt+3", ""),
    SHOW_QUEUE("Q", ""),
    SHOW_PROBLEMS("Shortcut+Shift+P", ""),
    SHOW_LOG("Shortcut+Quote", ""),
    SHOW_PLUGINS("", "fltral-extension-20"),
    SHOW_SETTINGS("Shortcut+Comma", "fltrmz-settings-20"),
    SHOW_KEYS("Shortcut+Alt+K", ""),
    SHOW_TOUR("", ""),
    NEXT_REGION("F6", ""),
    PREVIOUS_REGION("Shift+F6", ""),
    FULL_SCREEN("F11", ""),
    RUN("Shortcut+Enter", "fltfmz-play-20"),
    RUN_FRONT("Shortcut+Shift+Enter", ""),
    RUN_TO_HERE("Alt+Enter", ""),
    AUTO_RUN("", ""),
    CANCEL("Shortcut+Alt+Enter", "fltrmz-stop-20"),
    CLEAR_QUEUE("", ""),
    PAUSE_QUEUE("", "fltrmz-pause-20"),
    FREE_MODELS("", ""),
    RELOAD("R", "");

    private static final Texts TEXTS = Texts.of(Action.class);

    private final String key;
    private final String icon;

    Action(String key, String icon) {
        this.key = key;
        this.icon = icon;
    }

    /// What people read on its button or menu item.
    public String title() {
        return TEXTS.get(name().toLowerCase(Locale.ROOT));
    }

    /// The key that it has unless the user chose another, as
    /// [javafx.scene.input.KeyCombination#valueOf(String)] reads
    /// it; nothing if it has none.
    public Optional<String> defaultKey() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /// Literal of its Ikonli icon, if it has one.
    public Optional<String> icon() {
        return icon.isEmpty() ? Optional.empty() : Optional.of(icon);
    }
}
