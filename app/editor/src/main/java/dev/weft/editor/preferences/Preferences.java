package dev.weft.editor.preferences;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// What the user has set for the editor on this machine. Whoever needs a value listens to its property;
/// `settings`
/// keeps them in a file.
@Singleton
public final class Preferences {
    /// The colours of the editor.
    public enum Theme {
        /// As the system has it.
        SYSTEM,
        /// Graphite.
        DARK,
        /// Paper.
        LIGHT
    }

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final BooleanProperty highContrast = new SimpleBooleanProperty();
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty();
    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final StringProperty language = new SimpleStringProperty("");
    private final BooleanProperty snap = new SimpleBooleanProperty(true);
    private final BooleanProperty dimFarWires = new SimpleBooleanProperty();
    private final BooleanProperty livePreview = new SimpleBooleanProperty(true);
    private final BooleanProperty minimap = new SimpleBooleanProperty(true);
    private final BooleanProperty tourSeen = new SimpleBooleanProperty();
    private final DoubleProperty sidebarWidth = new SimpleDoubleProperty(208);
    private final DoubleProperty bottomHeight = new SimpleDoubleProperty(160);
    private final ObservableList<String> recentActions = FXCollections.observableArrayList();
    private final ObservableList<Path> recentFiles = FXCollections.observableArrayList();
    private final ObservableList<Path> openFiles = FXCollections.observableArrayList();
    private final ObservableList<String> recentNodeTypes = FXCollections.observableArrayList();
    private final ObservableMap<String, String> keys = FXCollections.observableMap(new TreeMap<>());

    @Inject
    Preferences() {}

    /// The colours.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Whether lines, hints and wires are drawn stronger.
    public BooleanProperty highContrastProperty() {
        return highContrast;
    }

    /// Whether nothing is animated.
    public BooleanProperty reduceMotionProperty() {
        return reduceMotion;
    }

    /// How large everything is drawn: 1 is 100 %.
    public DoubleProperty scaleProperty() {
        return scale;
    }

    /// Language tag such as `de`, or empty for the system's.
    public StringProperty languageProperty() {
        return language;
    }

    /// Whether what is moved on the canvas snaps to the grid and to other nodes.
    public BooleanProperty snapProperty() {
        return snap;
    }

    /// Whether wires that are not near the selection are dimmed.
    public BooleanProperty dimFarWiresProperty() {
        return dimFarWires;
    }

    /// Whether unfinished pictures are shown while a sampler works.
    public BooleanProperty livePreviewProperty() {
        return livePreview;
    }

    /// Whether the minimap is shown.
    public BooleanProperty minimapProperty() {
        return minimap;
    }

    /// Whether the tour was taken or declined.
    public BooleanProperty tourSeenProperty() {
        return tourSeen;
    }

    /// How wide the sidebar is, in pixels at 100 %.
    public DoubleProperty sidebarWidthProperty() {
        return sidebarWidth;
    }

    /// How high the panel at the bottom is, in pixels at 100 %.
    public DoubleProperty bottomHeightProperty() {
        return bottomHeight;
    }

    /// Names of actions that were asked for in the palette lately, the last first.
    public ObservableList<String> recentActions() {
        return recentActions;
    }

    /// Files that were open lately, the last first.
    public ObservableList<Path> recentFiles() {
        return recentFiles;
    }

    /// Files that are open, in the order of their tabs, to be opened again at the next start.
    public ObservableList<Path> openFiles() {
        return openFiles;
    }

    /// Ids of node types that were placed lately, the last first.
    public ObservableList<String> recentNodeTypes() {
        return recentNodeTypes;
    }

    /// The keys that the user changed: by the name of the action, such as `RUN`, a key combination as
    /// [javafx.scene.input.KeyCombination#valueOf(String)] reads it, or empty for none.
    public ObservableMap<String, String> keys() {
        return keys;
    }
}
