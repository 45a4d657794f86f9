package dev.weft.editor.window;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;

/// The mark of Weft: three warps with one thread through them.
public final class Mark extends Pane {
    private static final double SIZE = 20;
    private static final String WARPS = "M5 2V18M10 2V18M15 2V18";
    private static final String THREAD = "M2 10C4 10 3.4 6.4 5.6 6.4S8 13.6 10 13.6 12.2 6.4 14.4 6.4 16 10 18 10";

    /// The mark, 20 by 20.
    public Mark() {
        getChildren().addAll(List.of(path(WARPS, "mark-warp"), path(THREAD, "mark-gap"), path(THREAD, "mark-weft")));
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    private static SVGPath path(String content, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        return path;
    }
}
