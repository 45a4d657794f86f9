package dev.weft.editor.canvas;

import dev.weft.editor.canvas.board.Board;
import dev.weft.editor.canvas.gesture.Workplace;
import dev.weft.editor.document.Document;

final class CanvasTextEditor implements Workplace.TextEditor {
    CanvasTextEditor(Document document, Board board) {}

    @Override
    public void renameNode(String id) {}

    @Override
    public void renameGroup(int index) {}

    @Override
    public void writeNote(int index) {}
}
