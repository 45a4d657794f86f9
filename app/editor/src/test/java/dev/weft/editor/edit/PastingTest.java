package dev.weft.editor.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.graph.Bounds;
import dev.weft.graph.Group;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Note;
import dev.weft.graph.Position;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.runtime.WeftRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PastingTest {
    private static final Workflow GRAPH = Workflow.of(
                    List.of(
                            node("load_model", "core:load_model", 0, 0),
                            node("load_lora", "core:load_lora", 300, 0),
                            node("text_encode", "core:text_encode", 600, 40)),
                    List.of(
                            Link.of("load_model.clip", "load_lora.clip"),
                            Link.of("load_lora.clip", "text_encode.clip")))
            .withGroups(List.of(new Group("Words", Bounds.of(280, -40, 600, 300), "", JsonObject.EMPTY)))
            .withNotes(List.of(new Note("Hello", Bounds.of(0, 400, 200, 100), "", JsonObject.EMPTY)));
    private static final List<Item> ENCODING = List.of(
            new Item.OfNode("load_lora"), new Item.OfNode("text_encode"), new Item.OfGroup(0), new Item.OfNote(0));

    @TempDir
    private static Path folder;

    private static WeftRuntime runtime;
    private static NodeCatalog catalog;

    private final Document document = new Document(GRAPH, Optional.empty());

    @BeforeAll
    static void start() {
        runtime = EditorFixture.runtime(folder);
        catalog = runtime.nodeTypes();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void a_copy_brings_its_inner_wires_groups_and_notes_and_is_selected() throws ForeignTextException {
        String text = Fragment.of(document.graph(), ENCODING).toText();
        pasting(false).paste(Fragment.parse(text)).in(document);

        Workflow graph = document.graph();
        assertThat(graph.nodes())
                .extracting(Node::id)
                .containsExactly("load_model", "load_lora", "text_encode", "load_lora_2", "text_encode_2");
        assertThat(graph.links())
                .extracting(Link::toString)
                .contains("load_lora_2.clip → text_encode_2.clip")
                .hasSize(3);
        assertThat(graph.node("load_lora_2").orElseThrow().position()).contains(Position.of(324, 24));
        assertThat(graph.groups().get(1).bounds()).isEqualTo(Bounds.of(304, -16, 600, 300));
        assertThat(graph.notes().get(1).text()).isEqualTo("Hello");
        assertThat(document.selection().items())
                .containsExactly(
                        new Item.OfNode("load_lora_2"),
                        new Item.OfNode("text_encode_2"),
                        new Item.OfGroup(1),
                        new Item.OfNote(1));
        assertThat(document.undoNameProperty().get()).isEqualTo("Paste");
    }

    @Test
    void a_second_copy_lies_beside_the_first() throws ForeignTextException {
        Fragment copied = Fragment.parse(Fragment.of(document.graph(), ENCODING).toText());
        pasting(false).paste(copied).in(document);
        pasting(false).paste(copied).in(document);

        assertThat(document.graph().node("load_lora_3").orElseThrow().position())
                .contains(Position.of(348, 48));
    }

    @Test
    void a_copy_can_be_put_at_a_point() throws ForeignTextException {
        Fragment copied = Fragment.parse(
                Fragment.of(document.graph(), ENCODING.subList(0, 2)).toText());
        pasting(false).pasteAt(copied, new Point2D(1000.4, 1000)).in(document);

        assertThat(document.graph().node("load_lora_2").orElseThrow().position())
                .contains(Position.of(1000, 1000));
        assertThat(document.graph().node("text_encode_2").orElseThrow().position())
                .contains(Position.of(1300, 1040));
    }

    @Test
    void incoming_wires_are_kept_where_asked_for_and_where_their_source_is_there() throws ForeignTextException {
        Fragment copied = Fragment.parse(Fragment.of(document.graph(), ENCODING).toText());
        pasting(true).paste(copied).in(document);
        assertThat(document.graph().links())
                .extracting(Link::toString)
                .contains("load_model.clip → load_lora_2.clip")
                .hasSize(4);

        Workflow other = Workflow.of(List.of(node("load_model", "core:load_image", 0, 0)), List.of());
        Document elsewhere = new Document(other, Optional.empty());
        new Pasting(other, Optional.empty(), catalog, true).paste(copied).in(elsewhere);
        assertThat(elsewhere.graph().links())
                .extracting(Link::toString)
                .containsExactly("load_lora.clip → text_encode.clip");
    }

    @Test
    void duplicates_are_made_without_the_clipboard() {
        pasting(true).duplicate(List.of(new Item.OfNode("text_encode"))).in(document);
        assertThat(document.graph().links()).extracting(Link::toString).contains("load_lora.clip → text_encode_2.clip");
        assertThat(document.undoNameProperty().get()).isEqualTo("Duplicate");

        pasting(false)
                .duplicate(List.of(new Item.OfNode("text_encode")), 200, -8)
                .in(document);
        assertThat(document.graph().node("text_encode_3").orElseThrow().position())
                .contains(Position.of(800, 32));
        document.undo();
        document.undo();
        assertThat(document.graph()).isEqualTo(GRAPH);
    }

    @Test
    void the_text_is_a_workflow_file_and_foreign_texts_are_refused_in_a_sentence() {
        assertThat(Fragment.of(GRAPH, ENCODING).toText()).startsWith("{").contains("\"weft\"");
        for (String foreign : List.of(
                "", "Hello", "{}", "[1]", Fragment.of(Workflow.EMPTY, List.of()).toText())) {
            assertThatExceptionOfType(ForeignTextException.class)
                    .isThrownBy(() -> Fragment.parse(foreign))
                    .withMessage("There are no Weft nodes to paste. Copy nodes, or the text of a .weft.json file,"
                            + " first.");
        }
    }

    @Test
    void subgraphs_come_along_under_names_of_their_own() throws ForeignTextException {
        Workflow source = Workflow.of(List.of(node("face", "subgraph:face", 0, 0)), List.of())
                .withSubgraphs(List.of(
                        subgraph("face", "core:text_encode", "subgraph:eye"),
                        subgraph("eye", "core:sample", "core:sample"),
                        subgraph("unused", "core:sample", "core:sample")));
        Fragment copied = Fragment.parse(
                Fragment.of(source, List.of(new Item.OfNode("face"))).toText());
        assertThat(copied.content().subgraphs()).extracting(Subgraph::id).containsExactly("face", "eye");

        document.perform(pasting(false).paste(copied).edit());
        assertThat(document.graph().subgraphs()).isEqualTo(copied.content().subgraphs());
        document.perform(pasting(false).paste(copied).edit());
        assertThat(document.graph().subgraphs()).hasSize(2);

        Workflow other = Workflow.EMPTY.withSubgraphs(List.of(subgraph("eye", "core:load_lora", "core:load_lora")));
        Workflow pasted = new Pasting(other, Optional.empty(), catalog, false)
                .paste(copied)
                .edit()
                .change()
                .apply(other);
        assertThat(pasted.subgraphs()).extracting(Subgraph::id).containsExactly("eye", "face", "eye_2");
        assertThat(pasted.subgraphs().get(1).nodes())
                .extracting(node -> node.type().toString())
                .containsExactly("core:text_encode", "subgraph:eye_2");
    }

    @Test
    void a_subgraph_is_never_pasted_into_itself() {
        Subgraph face = subgraph("face", "core:text_encode", "core:sample");
        Workflow whole = Workflow.of(List.of(node("face", "subgraph:face", 0, 0)), List.of())
                .withSubgraphs(List.of(face));
        Document nested = new Document(whole, Optional.empty());
        Fragment copied = Fragment.of(whole, List.of(new Item.OfNode("face")));
        nested.enter(whole.nodes().getFirst());

        new Pasting(nested.graph(), nested.shownSubgraph(), catalog, false)
                .paste(copied)
                .in(nested);

        assertThat(nested.workflow().subgraphs()).extracting(Subgraph::id).containsExactly("face", "face_2");
        assertThat(nested.graph().nodes().getLast().type()).isEqualTo(NodeTypeId.parse("subgraph:face_2"));
    }

    private Pasting pasting(boolean wires) {
        return new Pasting(document.graph(), document.shownSubgraph(), catalog, wires);
    }

    private static Subgraph subgraph(String id, String first, String second) {
        return new Subgraph(
                id,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(node("one", first, 0, 0), node("two", second, 0, 0)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                JsonObject.EMPTY);
    }

    private static Node node(String id, String type, long x, long y) {
        return Node.of(id, NodeTypeId.parse(type), 1, Map.of()).withPosition(Position.of(x, y));
    }
}
