package dev.weft.editor.files;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.window.WindowControl;
import java.io.File;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Opens files that are dropped anywhere in the window, unless what they are dropped on takes them.
@Singleton
final class FileDrops {
    private final Opening opening;

    @Inject
    FileDrops(Opening opening, WindowControl control) {
        this.opening = opening;
        control.overlay().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                listen(scene);
            }
        });
    }

    private void listen(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            Dragboard board = event.getDragboard();
            if (board.hasFiles()) {
                opening.open(board.getFiles().stream().map(File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
