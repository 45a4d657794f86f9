package dev.weft.editor.canvas.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// The words of a note as texts, each styled as Markdown has it: `**strong**`, `*emphasis*`, headings, lists,
/// `code`.
final class Markdown extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder().build();

    private final List<Text> texts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>(List.of("note-text"));
    private int number;

    private Markdown() {}

    static List<Text> texts(String markdown) {
        Markdown visitor = new Markdown();
        PARSER.parse(markdown).accept(visitor);
        return visitor.texts;
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(StrongEmphasis strong) {
        styled("note-strong", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("note-emphasis", emphasis);
    }

    @Override
    public void visit(Link link) {
        styled("note-link", link);
    }

    @Override
    public void visit(Code code) {
        styles.add("note-code");
        add(code.getLiteral());
        styles.removeLast();
    }

    @Override
    public void visit(FencedCodeBlock block) {
        divide("\n\n");
        styles.add("note-code");
        add(block.getLiteral().stripTrailing());
        styles.removeLast();
    }

    @Override
    public void visit(Heading heading) {
        divide("\n\n");
        styled("note-heading", heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof ListItem)) {
            divide("\n\n");
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(BulletList list) {
        divide("\n");
        number = 0;
        visitChildren(list);
    }

    @Override
    public void visit(OrderedList list) {
        divide("\n");
        Integer first = list.getMarkerStartNumber();
        number = first == null ? 1 : first;
        visitChildren(list);
    }

    @Override
    public void visit(ListItem item) {
        divide("\n");
        add(number > 0 ? number++ + ". " : "• ");
        visitChildren(item);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    private void styled(String style, Node node) {
        styles.add(style);
        visitChildren(node);
        styles.removeLast();
    }

    private void divide(String gap) {
        if (!texts.isEmpty()) {
            add(gap);
        }
    }

    private void add(String words) {
        Text text = new Text(words);
        text.getStyleClass().addAll(styles);
        texts.add(text);
    }
}
