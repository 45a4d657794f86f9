package dev.weft.editor.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.graph.Bounds;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Group;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Note;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class SceneryTest {
    private static final NodeSizes SIZES = node -> new Dimension2D(200, 100);
    private static final Workflow GRAPH =
            Workflow.of(List.of(node("one", 0, 0), node("two", 300, 40), node("far", 2000, 0)), List.of());

    private final Document document = new Document(GRAPH, Optional.empty());

    @Test
    void a_group_is_put_round_a_selection_and_holds_it() {
        Groups.around(document.graph(), List.of(new Item.OfNode("one"), new Item.OfNode("two")), SIZES)
                .orElseThrow()
                .in(document);

        Group group = document.graph().groups().getFirst();
        assertThat(group.title()).isEqualTo("Group");
        assertThat(group.bounds()).isEqualTo(Bounds.of(-16, -48, 532, 204));
        assertThat(document.selection().items()).containsExactly(new Item.OfGroup(0));
        assertThat(Movement.held(document.graph(), 0, SIZES))
                .containsExactly(new Item.OfNode("one"), new Item.OfNode("two"));
        assertThat(Groups.around(document.graph(), List.of(), SIZES)).isEmpty();
    }

    @Test
    void groups_are_named_coloured_resized_and_fitted_to_what_they_hold() {
        Groups.add(document.graph(), new Rectangle2D(-100, -100, 700, 700)).in(document);
        document.perform(Groups.rename(0, "  Wor"));
        document.perform(Groups.rename(0, "  Words "));
        document.perform(Groups.color(List.of(0, 7), "#336699"));
        document.perform(Groups.fit(document.graph(), 0, SIZES).orElseThrow());
        Group fitted = document.graph().groups().getFirst();
        assertThat(fitted.title()).isEqualTo("Words");
        assertThat(fitted.color()).isEqualTo("#336699");
        assertThat(fitted.bounds()).isEqualTo(Bounds.of(-16, -48, 532, 204));

        document.perform(Groups.resize(0, new Rectangle2D(1000, 1000, 3, 3)));
        assertThat(document.graph().groups().getFirst().bounds()).isEqualTo(Bounds.of(1000, 1000, 96, 56));
        assertThat(Groups.fit(document.graph(), 0, SIZES)).isEmpty();

        document.undo();
        document.undo();
        document.undo();
        document.undo();
        assertThat(document.graph().groups().getFirst().title()).isEqualTo("Group");
    }

    @Test
    void notes_are_written_coloured_and_resized() {
        Notes.add(document.graph(), new Point2D(10, 20), "").in(document);
        document.perform(Notes.write(0, "**He"));
        document.perform(Notes.write(0, "**Hello**"));
        document.perform(Notes.color(List.of(0), "blue"));
        document.perform(Notes.resize(0, new Rectangle2D(10, 20, 300.4, 10)));

        Note note = document.graph().notes().getFirst();
        assertThat(note.text()).isEqualTo("**Hello**");
        assertThat(note.color()).isEqualTo("blue");
        assertThat(note.bounds()).isEqualTo(Bounds.of(10, 20, 300, 40));
        assertThat(document.selection().items()).containsExactly(new Item.OfNote(0));

        document.undo();
        document.undo();
        document.undo();
        assertThat(document.graph().notes().getFirst().text()).isEmpty();
    }

    @Test
    void parameters_are_shown_in_the_form_under_a_name_and_in_an_order() {
        document.perform(Exposure.expose("one", "steps", "Steps"));
        document.perform(Exposure.expose("one", "steps", "Again"));
        document.perform(Exposure.expose("two", "text", "Pictures "));
        document.perform(Exposure.expose("gone", "text", "Nothing"));
        document.perform(Exposure.rename("one", "steps", "How many steps"));
        document.perform(Exposure.rename("one", "steps", " "));
        document.perform(Exposure.move(0, 5));
        assertThat(document.graph().form())
                .extracting(ExposedParameter::name)
                .containsExactly("Pictures", "How many steps");
        assertThat(document.undoNameProperty().get()).isEqualTo("Reorder fields");

        document.perform(Exposure.hide("two", "text"));
        assertThat(Exposure.isExposed(document.graph(), "two", "text")).isFalse();
        assertThat(Exposure.isExposed(document.graph(), "one", "steps")).isTrue();
    }

    @Test
    void parameters_of_a_subgraph_get_names_that_its_ports_do_not_have() {
        document.perform(Exposure.exposeInside("one", "text", List.of("text", "clip")));
        document.perform(Exposure.exposeInside("two", "text", List.of("text", "clip")));

        assertThat(document.graph().form()).extracting(ExposedParameter::name).containsExactly("text_2", "text_3");
    }

    private static Node node(String id, long x, long y) {
        return Node.of(id, NodeTypeId.parse("core:text_encode"), 1, Map.of()).withPosition(Position.of(x, y));
    }
}
