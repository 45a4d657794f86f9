package dev.weft.editor.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.document.Document;
import dev.weft.editor.document.Item;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.Position;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonObject;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.subgraph.SubgraphCatalog;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.validation.Validation;
import dev.weft.graph.validation.Validator;
import dev.weft.runtime.WeftRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubgraphEditsTest {
    private static final NodeSizes SIZES = node -> new Dimension2D(200, 100);
    private static final Workflow GRAPH = Workflow.of(
                    List.of(
                            node("load_model", "core:load_model", 0, 0),
                            node("prompts", "core:text_encode", 300, 0).withParameter("text", new JsonString("a cat")),
                            node("negative", "core:text_encode", 300, 200),
                            node("latent", "core:empty_latent", 0, 200),
                            node("sampler", "core:sample", 600, 0),
                            node("decode", "core:vae_decode", 900, 0),
                            node("save", "core:save_image", 1200, 0)),
                    List.of(
                            Link.of("load_model.clip", "prompts.clip"),
                            Link.of("load_model.clip", "negative.clip"),
                            Link.of("load_model.model", "sampler.model"),
                            Link.of("prompts.conditioning", "sampler.positive"),
                            Link.of("negative.conditioning", "sampler.negative"),
                            Link.of("latent.latent", "sampler.latent"),
                            Link.of("sampler.latent", "decode.latent"),
                            Link.of("load_model.vae", "decode.vae"),
                            Link.of("decode.image", "save.image")))
            .withForm(List.of(
                    new ExposedParameter("Pictures", "prompts", "text", JsonObject.EMPTY),
                    new ExposedParameter("Width", "latent", "width", JsonObject.EMPTY)));
    private static final List<Item> ENCODING = List.of(new Item.OfNode("prompts"), new Item.OfNode("negative"));

    @TempDir
    private static Path folder;

    private static WeftRuntime runtime;
    private static NodeCatalog types;

    private final Document document = new Document(GRAPH, Optional.empty());

    @BeforeAll
    static void start() {
        runtime = EditorFixture.runtime(folder);
        types = runtime.nodeTypes();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void a_subgraph_gets_a_port_for_each_wire_that_is_cut() {
        make("Prompts");

        Subgraph subgraph = document.graph().subgraphs().getFirst();
        assertThat(subgraph.id()).isEqualTo("prompts");
        assertThat(subgraph.title()).isEqualTo("Prompts");
        assertThat(subgraph.inputs()).containsExactly("clip");
        assertThat(subgraph.outputs()).containsExactly("conditioning", "conditioning_2");
        assertThat(subgraph.nodes()).extracting(Node::id).containsExactly("inputs", "prompts", "negative", "outputs");
        assertThat(document.selection().nodes()).containsExactly("prompts_2");
        assertThat(document.graph().links())
                .extracting(Link::toString)
                .contains(
                        "load_model.clip → prompts_2.clip",
                        "prompts_2.conditioning → sampler.positive",
                        "prompts_2.conditioning_2 → sampler.negative");
        NodeSignature signature = catalog().find(subgraph.type()).orElseThrow();
        assertThat(signature.input("clip").orElseThrow().kind()).isEqualTo(PortKind.CLIP);
        assertThat(new Validator(types).validate(document.workflow())).isInstanceOf(Validation.Valid.class);
    }

    @Test
    void what_the_form_showed_of_the_nodes_is_shown_on() {
        make("Prompts");

        assertThat(document.graph().form())
                .extracting(ExposedParameter::name, ExposedParameter::node, ExposedParameter::parameter)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Pictures", "prompts_2", "text"),
                        org.assertj.core.groups.Tuple.tuple("Width", "latent", "width"));
        NodeSignature signature =
                catalog().find(document.graph().subgraphs().getFirst().type()).orElseThrow();
        assertThat(signature.parameter("text").orElseThrow().initialValue()).isEqualTo("a cat");
    }

    @Test
    void unpacking_gives_back_what_was_made_one() {
        make("Prompts");
        unpack("prompts_2");

        Workflow graph = document.graph();
        assertThat(graph.withNodes(List.of()).withLinks(List.of()).withSubgraphs(List.of()))
                .isEqualTo(GRAPH.withNodes(List.of()).withLinks(List.of()));
        assertThat(graph.nodes()).containsExactlyInAnyOrderElementsOf(GRAPH.nodes());
        assertThat(graph.links()).containsExactlyInAnyOrderElementsOf(GRAPH.links());
        assertThat(document.selection().nodes()).containsExactly("prompts", "negative");
        document.undo();
        document.undo();
        assertThat(document.graph()).isEqualTo(GRAPH);
    }

    @Test
    void values_set_on_the_node_go_to_the_nodes_inside() {
        make("Prompts");
        document.perform(NodeChanges.setParameter("prompts_2", "text", new JsonString("a dog")));
        unpack("prompts_2");

        assertThat(document.graph().node("prompts").orElseThrow().parameters())
                .containsEntry("text", new JsonString("a dog"));
    }

    @Test
    void a_node_that_gives_nothing_yet_keeps_its_outputs() {
        document.perform(Removal.of(List.of(new Item.OfNode("save"))));
        SubgraphMaking.of(document.graph(), List.of(new Item.OfNode("decode")), "", types, SIZES)
                .orElseThrow()
                .in(document);

        Subgraph subgraph = document.graph().subgraphs().getFirst();
        assertThat(subgraph.title()).isEqualTo("Subgraph");
        assertThat(subgraph.outputs()).containsExactly("image");
        assertThat(subgraph.inputs()).containsExactlyInAnyOrder("latent", "vae");
    }

    @Test
    void ports_are_renamed_inside_and_outside_from_wherever_people_are() {
        make("Prompts");
        document.enter(document.graph().node("prompts_2").orElseThrow());
        document.performOnWhole(SubgraphPorts.rename("prompts", SubgraphPorts.Side.INPUT, "clip", "Text model"));
        document.performOnWhole(
                SubgraphPorts.rename("prompts", SubgraphPorts.Side.OUTPUT, "conditioning_2", "Für nicht!"));
        document.performOnWhole(SubgraphPorts.renameParameter("prompts", "text", "text model"));
        document.performOnWhole(SubgraphPorts.retitle("prompts", "Words"));

        assertThat(document.graph().links())
                .extracting(Link::toString)
                .contains("inputs.text_model → prompts.clip", "negative.conditioning → outputs.fur_nicht");
        assertThat(document.graph().title()).isEqualTo("Words");
        document.leave();
        assertThat(document.graph().links())
                .extracting(Link::toString)
                .contains("load_model.clip → prompts_2.text_model", "prompts_2.fur_nicht → sampler.negative");
        assertThat(document.graph().form().getFirst().parameter()).isEqualTo("text_model_2");
        assertThat(new Validator(types).validate(document.workflow())).isInstanceOf(Validation.Valid.class);
    }

    @Test
    void ports_are_added_and_removed_with_their_wires() {
        make("Prompts");
        document.performOnWhole(SubgraphPorts.add("prompts", SubgraphPorts.Side.INPUT, "clip"));
        assertThat(document.graph().subgraphs().getFirst().inputs()).containsExactly("clip", "clip_2");
        document.performOnWhole(SubgraphPorts.remove("prompts", SubgraphPorts.Side.INPUT, "clip"));
        document.performOnWhole(SubgraphPorts.remove("prompts", SubgraphPorts.Side.OUTPUT, "conditioning"));

        assertThat(document.graph().subgraphs().getFirst().inputs()).containsExactly("clip_2");
        assertThat(document.graph().links())
                .noneMatch(link -> link.to().node().equals("prompts_2"))
                .noneMatch(link -> link.from().toString().equals("prompts_2.conditioning"))
                .anyMatch(link -> link.from().toString().equals("prompts_2.conditioning_2"));
        assertThat(document.graph().subgraphs().getFirst().links())
                .noneMatch(link -> link.from().node().equals("inputs"));
    }

    @Test
    void a_wire_to_an_exposed_parameter_ends_at_the_parameter_inside_after_unpacking() {
        make("Prompts");
        Workflow wired = document.graph().withLinks(List.of(Link.of("load_model.name", "prompts_2.text")));

        Workflow unpacked = SubgraphUnpacking.of(wired, "prompts_2", SIZES)
                .orElseThrow()
                .edit()
                .change()
                .apply(wired);
        assertThat(unpacked.links()).extracting(Link::toString).containsExactly("load_model.name → prompts.text");
    }

    @Test
    void subgraphs_are_made_inside_of_subgraphs() {
        make("Prompts");
        document.enter(document.graph().node("prompts_2").orElseThrow());
        SubgraphMaking.of(document.graph(), List.of(new Item.OfNode("prompts")), "Inner", types, SIZES)
                .orElseThrow()
                .in(document);

        assertThat(document.workflow().subgraphs()).extracting(Subgraph::id).containsExactly("prompts", "inner");
        assertThat(document.graph().form().getFirst().node()).isEqualTo("inner");
        assertThat(new Validator(types).validate(document.workflow())).isInstanceOf(Validation.Valid.class);
        document.perform(NodeChanges.setParameter("inner", "text", new JsonString("a fox")));
        document.perform(SubgraphUnpacking.of(document.graph(), "inner", SIZES)
                .orElseThrow()
                .edit());
        assertThat(document.graph().node("prompts").orElseThrow().parameters())
                .containsEntry("text", new JsonString("a fox"));
        assertThat(SubgraphUnpacking.of(document.graph(), "prompts", SIZES)).isEmpty();
    }

    private void make(String title) {
        SubgraphMaking.of(document.graph(), ENCODING, title, types, SIZES)
                .orElseThrow()
                .in(document);
    }

    private void unpack(String node) {
        SubgraphUnpacking.of(document.graph(), node, SIZES).orElseThrow().in(document);
    }

    private SubgraphCatalog catalog() {
        return new SubgraphCatalog(types, document.workflow());
    }

    private static Node node(String id, String type, long x, long y) {
        return Node.of(id, NodeTypeId.parse(type), 1, Map.of()).withPosition(Position.of(x, y));
    }
}
