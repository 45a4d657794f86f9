package dev.weft.editor.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.graph.Link;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.runtime.WeftRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditsTest {
    @TempDir
    private static Path folder;

    private static WeftRuntime runtime;
    private static NodeCatalog catalog;

    private final Document document = new Document(Workflow.EMPTY, Optional.empty());

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
    void new_nodes_get_readable_ids_of_their_own() {
        add("core:text_encode");
        add("core:text_encode");

        assertThat(document.graph().nodes()).extracting(Node::id).containsExactly("text_encode", "text_encode_2");
        assertThat(document.selection().nodes()).containsExactly("text_encode_2");
        assertThat(document.undoNameProperty().get()).isEqualTo("Add Text Encode");
    }

    @Test
    void an_input_holds_one_wire_and_the_newer_one_stays() {
        add("core:load_model");
        add("core:load_model");
        add("core:text_encode");

        connect("load_model.clip", "text_encode.clip");
        connect("load_model_2.clip", "text_encode.clip");

        assertThat(document.graph().links())
                .extracting(Link::toString)
                .containsExactly("load_model_2.clip → text_encode.clip");
    }

    @Test
    void wires_of_the_wrong_kind_are_refused_with_what_to_put_between() {
        add("core:empty_latent");
        add("core:save_image");

        assertThat(new Wiring(document.graph(), catalog)
                        .refusal(PortAddress.parse("empty_latent.latent"), PortAddress.parse("save_image.image")))
                .contains("Save Image takes an image, not a latent. Put VAE Decode between them.");
    }

    @Test
    void a_wire_that_would_close_a_circle_is_refused() {
        add("core:load_lora");
        add("core:load_lora");
        connect("load_lora.model", "load_lora_2.model");

        assertThat(Wires.connect(
                        document.graph(),
                        catalog,
                        PortAddress.parse("load_lora_2.model"),
                        PortAddress.parse("load_lora.model")))
                .isEmpty();
    }

    @Test
    void a_node_that_is_put_into_a_wire_takes_both_ends() {
        add("core:load_model");
        add("core:text_encode");
        connect("load_model.clip", "text_encode.clip");
        add("core:load_lora");

        Link wire = document.graph().links().getFirst();
        document.perform(
                Wires.insert(document.graph(), catalog, "load_lora", wire).orElseThrow());

        assertThat(document.graph().links())
                .extracting(Link::toString)
                .containsExactlyInAnyOrder("load_model.clip → load_lora.clip", "load_lora.clip → text_encode.clip");
    }

    @Test
    void removing_a_node_takes_its_wires_along_or_heals_them() {
        add("core:load_model");
        add("core:load_lora");
        add("core:text_encode");
        connect("load_model.clip", "load_lora.clip");
        connect("load_lora.clip", "text_encode.clip");
        List<Item> lora = List.of(new Item.OfNode("load_lora"));

        document.perform(Removal.of(lora));
        assertThat(document.graph().links()).isEmpty();
        document.undo();
        document.perform(Removal.healing(lora, catalog));

        assertThat(document.graph().links())
                .extracting(Link::toString)
                .containsExactly("load_model.clip → text_encode.clip");
    }

    @Test
    void a_dragged_slider_is_undone_at_once_and_every_edit_down_to_the_beginning() {
        add("core:sample");
        for (int steps = 1; steps <= 20; steps++) {
            document.perform(NodeChanges.setParameter("sample", "steps", JsonNumber.of(steps)));
        }
        document.seal();
        document.perform(NodeChanges.setParameter("sample", "steps", JsonNumber.of(30)));
        document.perform(NodeChanges.toggleMode(document.graph(), List.of("sample"), Mode.MUTED));
        assertThat(document.undoNameProperty().get()).isEqualTo("Mute node");

        document.undo();
        document.undo();
        assertThat(document.graph().nodes().getFirst().parameters()).containsEntry("steps", JsonNumber.of(20));
        document.undo();
        assertThat(document.graph().nodes().getFirst().parameters()).isEmpty();
        document.undo();
        assertThat(document.graph()).isEqualTo(Workflow.EMPTY);
        assertThat(document.unsavedProperty().get()).isFalse();
    }

    private void add(String type) {
        NodeSignature signature = catalog.find(NodeTypeId.parse(type)).orElseThrow();
        Nodes.add(document.graph(), signature, Position.of(0, 0)).in(document);
    }

    private void connect(String from, String to) {
        document.perform(Wires.connect(document.graph(), catalog, PortAddress.parse(from), PortAddress.parse(to))
                .orElseThrow());
    }
}
