package dev.weft.editor.node.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The fields of a node. They are painted; a control takes the place of one while people type in it. All
/// pointing goes
/// through this pane, so that an unused field costs a few painted words.
public final class FieldPane extends Layer {
    private final FieldServices services;
    private final FieldTarget target;
    private final Layer faces = new Layer();
    private final Region hover = box(0, 0, 0, 0, "field-hover");
    private final Region focus = box(0, 0, 0, 0, "field-focus");
    private final FieldKeys keys;
    private Map<PlacedRow, FieldFace> painted = new HashMap<>();
    private List<PlacedRow> rows = List.of();
    private Optional<PlacedRow> hovered = Optional.empty();
    private @Nullable Editing editing;
    private boolean alone;

    FieldPane(FieldServices services, FieldTarget target) {
        this.services = services;
        this.target = target;
        setMouseTransparent(false);
        setPickOnBounds(false);
        hover.setVisible(false);
        focus.setVisible(false);
        getChildren().addAll(faces, hover, focus);
        setAccessibleRole(AccessibleRole.NODE);
        keys = new FieldKeys(this);
        new FieldPointer(this);
    }

    /// Lets Tab go to it and on from it as with any control.
    void standAlone() {
        setFocusTraversable(true);
        alone = true;
    }

    boolean isAlone() {
        return alone;
    }

    /// Shows these rows, and keeps what stays as it is.
    ///
    /// @param changed the rows
    /// @param width of what holds them
    /// @param height of what holds them
    public void show(List<PlacedRow> changed, double width, double height) {
        resize(width, height);
        if (changed.equals(rows)) {
            return;
        }
        rows = List.copyOf(changed);
        Map<PlacedRow, FieldFace> drawn = new HashMap<>();
        for (PlacedRow row : rows) {
            FieldFace face = painted.get(row);
            drawn.put(row, face == null ? face(row) : face);
        }
        painted = drawn;
        faces.getChildren().setAll(rows.stream().map(drawn::get).toList());
        keys.follow();
        hover(hovered.flatMap(row -> now(row.row())));
        if (editing != null) {
            editing.follow();
        }
    }

    private FieldFace face(PlacedRow row) {
        return new FieldFace(row, services.models(), () -> repaint(row));
    }

    private void repaint(PlacedRow row) {
        if (painted.containsKey(row)) {
            painted.put(row, face(row));
            faces.getChildren().setAll(rows.stream().map(painted::get).toList());
        }
    }

    /// Steps into the fields with the keyboard.
    ///
    /// @return whether there are any
    public boolean enter() {
        return keys.enter();
    }

    /// Whether someone types in one of the fields.
    public boolean isEditing() {
        return editing != null;
    }

    @Override
    public boolean contains(double x, double y) {
        return rowAt(x, y).isPresent();
    }

    @Override
    public boolean contains(Point2D point) {
        return contains(point.getX(), point.getY());
    }

    FieldServices services() {
        return services;
    }

    FieldTarget target() {
        return target;
    }

    List<PlacedRow> rows() {
        return rows;
    }

    /// The row at a place.
    Optional<PlacedRow> rowAt(double x, double y) {
        return rows.stream().filter(row -> row.area().contains(x, y)).findFirst();
    }

    /// The row as it is now that sets what a row set.
    Optional<PlacedRow> now(Row before) {
        return rows.stream().filter(row -> same(row.row(), before)).findFirst();
    }

    private static boolean same(Row row, Row before) {
        return switch (row) {
            case Field field ->
                before instanceof Field other
                        && field.parameter().name().equals(other.parameter().name());
            case Row.Heading heading ->
                before instanceof Row.Heading other && heading.id().equals(other.id());
        };
    }

    /// What each picture shows that the node draws, if that is known.
    List<String> prompts() {
        return target.node()
                .map(node ->
                        Neighbourhood.in(target.document().graph()).of(node).prompts())
                .orElse(List.of());
    }

    /// Marks the row at which the pointer is, or none.
    void hover(Optional<PlacedRow> row) {
        hovered = row;
        hover.setVisible(row.filter(placed -> placed.row() instanceof Field).isPresent());
        row.ifPresent(placed -> put(hover, placed.area()));
    }

    /// Marks the row on which keys act, or none.
    void focus(Optional<PlacedRow> row) {
        focus.setVisible(row.isPresent());
        row.ifPresent(placed -> {
            put(focus, placed.area());
            setAccessibleText(Speech.of(placed.row()));
        });
    }

    /// Lets people type in a row.
    ///
    /// @param row the row
    /// @param control makes the control, which lies where the row lies
    void edit(PlacedRow row, Supplier<Editing> control) {
        close();
        Editing opened = control.get();
        editing = opened;
        getChildren().add(opened.place());
        put(opened.place(), row.area());
        opened.control().requestFocus();
        opened.opened();
    }

    /// Ends typing.
    void close() {
        Editing closed = editing;
        if (closed != null) {
            editing = null;
            getChildren().remove(closed.place());
            target.seal();
        }
    }

    /// Ends typing and lets keys act on the next row, or the one before.
    void leave(Row row, int step) {
        close();
        keys.go(row, step);
    }

    static void put(Region region, Rectangle2D area) {
        region.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    /// Gives the keyboard back to what holds the node.
    void giveBack() {
        close();
        Node above = getParent();
        while (above != null && !above.isFocusTraversable()) {
            above = above.getParent();
        }
        if (above != null) {
            above.requestFocus();
        } else if (getScene() != null) {
            getScene().getRoot().requestFocus();
        }
    }
}
