package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.PlacedWire;
import dev.weft.editor.canvas.model.WirePath;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.StrokeLineCap;

/// What is drawn of a wire: a curve for each span, a disc for each reroute. What lies under the pointer is
/// found by
/// geometry, so that the pointer does not feel it here.
final class WireGraphic extends Region {
    private static final double REROUTE = 4;
    private static final double RING = 2;
    private static final double THINNEST = 1;

    private final Palette palette;
    private final List<CubicCurve> curves = new ArrayList<>();
    private final List<Circle> discs = new ArrayList<>();

    WireGraphic(Palette palette) {
        this.palette = palette;
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void run(WirePath path) {
        List<WirePath.Span> spans = path.spans();
        fit(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            run(curves.get(i), spans.get(i));
        }
        for (int i = 0; i < discs.size(); i++) {
            Point2D centre = path.points().get(i + 1);
            discs.get(i).setCenterX(centre.getX());
            discs.get(i).setCenterY(centre.getY());
        }
    }

    void look(PlacedWire wire, WireLook look, double zoom) {
        Paint paint = look.faulty() ? palette.paint("-weft-err") : palette.kind(wire.kind());
        setOpacity(look.opacity());
        for (CubicCurve curve : curves) {
            curve.setStroke(paint);
            curve.setStrokeWidth(Math.max(look.width(), THINNEST / zoom));
            if (look.dashed() != !curve.getStrokeDashArray().isEmpty()) {
                curve.getStrokeDashArray().setAll(look.dashed() ? List.of(4.0, 6.0) : List.of());
            }
        }
        for (Circle disc : discs) {
            disc.setFill(paint);
            disc.setStroke(palette.paint("-weft-canvas"));
        }
    }

    static void run(CubicCurve curve, WirePath.Span span) {
        curve.setStartX(span.from().getX());
        curve.setStartY(span.from().getY());
        curve.setControlX1(span.from().getX() + span.reach());
        curve.setControlY1(span.from().getY());
        curve.setControlX2(span.to().getX() - span.reach());
        curve.setControlY2(span.to().getY());
        curve.setEndX(span.to().getX());
        curve.setEndY(span.to().getY());
    }

    static CubicCurve curve() {
        CubicCurve curve = new CubicCurve();
        curve.setManaged(false);
        curve.setFill(null);
        curve.setStroke(Color.TRANSPARENT);
        curve.setStrokeLineCap(StrokeLineCap.ROUND);
        return curve;
    }

    private void fit(int spans) {
        if (curves.size() == spans) {
            return;
        }
        while (curves.size() > spans) {
            curves.removeLast();
        }
        while (curves.size() < spans) {
            curves.add(curve());
        }
        while (discs.size() > spans - 1) {
            discs.removeLast();
        }
        while (discs.size() < spans - 1) {
            Circle disc = new Circle(REROUTE + RING / 2);
            disc.setManaged(false);
            disc.setStrokeWidth(RING);
            discs.add(disc);
        }
        getChildren().setAll(curves);
        getChildren().addAll(discs);
    }
}
