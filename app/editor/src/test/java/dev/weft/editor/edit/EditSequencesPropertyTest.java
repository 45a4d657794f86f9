package dev.weft.editor.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.document.Document;
import dev.weft.editor.document.Edit;
import dev.weft.editor.document.Item;
import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Link;
import dev.weft.graph.Mode;
import dev.weft.graph.Node;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.PortAddress;
import dev.weft.graph.Position;
import dev.weft.graph.Subgraph;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import dev.weft.graph.json.WorkflowWriter;
import dev.weft.graph.subgraph.SubgraphCatalog;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/// Whatever people do in whatever order, the document stays sound, can be saved, copied and taken back.
final class EditSequencesPropertyTest {
    private static final NodeSizes SIZES = node -> new Dimension2D(200, 100);
    private static final int KINDS = 24;
    private static final int SHRINKING = 7;
    private static final int MOST = 24;
    private static final int MOST_SUBGRAPHS = 5;

    private static final class Types implements NodeCatalog {
        private static final List<NodeSignature> ALL = List.of(
                type("blend")
                        .with(InputPort.required("images", PortKind.IMAGE, "").asVariadic())
                        .with(new OutputPort("image", PortKind.IMAGE, "")),
                type("blur")
                        .with(InputPort.required("image", PortKind.IMAGE, ""))
                        .with(new OutputPort("image", PortKind.IMAGE, ""))
                        .with(new Parameter.Decimal("amount", 1, 0, 9, "")),
                type("count").with(new OutputPort("number", PortKind.WHOLE, "")),
                type("paint").with(new OutputPort("image", PortKind.IMAGE, "")).with(new Parameter.Seed("seed", 0, "")),
                type("save")
                        .with(InputPort.required("image", PortKind.IMAGE, ""))
                        .asTerminal());

        private static NodeSignature type(String name) {
            return NodeSignature.of("test:" + name, 1, name, "test", "");
        }

        @Override
        public Optional<NodeSignature> find(NodeTypeId id) {
            return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
        }

        @Override
        public List<NodeSignature> all() {
            return ALL;
        }
    }

    private final Document document = new Document(Workflow.EMPTY, Optional.empty());
    private Random random = new Random(0);

    @Property(tries = 60)
    void documents_stay_sound_through_any_edits(@ForAll @Size(min = 20, max = 50) List<Integer> seeds)
            throws WorkflowFormatException, ForeignTextException {
        for (int seed : seeds) {
            random = new Random(seed);
            step();
            assertSound(document.workflow());
        }
        Workflow last = document.workflow();
        assertThat(WorkflowReader.parse(WorkflowWriter.toText(last), "")).isEqualTo(last);
        Fragment copied = Fragment.of(document.graph(), everything(document.graph()));
        if (!copied.isEmpty()) {
            assertThat(Fragment.parse(copied.toText())).isEqualTo(copied);
        }
        while (!document.undoNameProperty().get().isEmpty()) {
            document.undo();
        }
        assertThat(document.workflow()).isEqualTo(Workflow.EMPTY);
        while (!document.redoNameProperty().get().isEmpty()) {
            document.redo();
        }
        assertThat(document.workflow()).isEqualTo(last);
    }

    private void step() {
        Workflow graph = document.graph();
        boolean large =
                graph.nodes().size() > MOST || document.workflow().subgraphs().size() > MOST_SUBGRAPHS;
        switch (large ? SHRINKING + random.nextInt(3) : random.nextInt(KINDS)) {
            case 0, 1, 2, 3 ->
                Nodes.add(graph, pick(Types.ALL).orElseThrow(), Position.of(place(), place()))
                        .in(document);
            case 4, 5, 6 -> connect(graph);
            case 7 -> node().ifPresent(id -> document.perform(Removal.healing(List.of(new Item.OfNode(id)), types())));
            case 8 -> document.perform(Removal.of(some()));
            case 9 -> pick(graph.links()).ifPresent(link -> document.perform(Wires.disconnect(link.from(), link.to())));
            case 10 ->
                pick(graph.links())
                        .ifPresent(link ->
                                document.perform(Wires.addReroute(link.from(), link.to(), 0, Position.of(place(), 0))));
            case 11 -> document.perform(Movement.by(graph, some(), SIZES, place(), place()));
            case 12 -> pasting().duplicate(some()).in(document);
            case 13 -> pasting().paste(Fragment.of(graph, some())).in(document);
            case 14 -> Groups.around(graph, some(), SIZES).ifPresent(group -> group.in(document));
            case 15 -> Notes.add(graph, new Point2D(place(), place()), "Note").in(document);
            case 16 -> node().ifPresent(id -> document.perform(Exposure.exposeInside(id, "amount", List.of())));
            case 17, 18 -> SubgraphMaking.of(graph, some(), "", types(), SIZES).ifPresent(made -> made.in(document));
            case 19 ->
                node().flatMap(id -> SubgraphUnpacking.of(graph, id, SIZES))
                        .ifPresent(unpacked -> unpacked.in(document));
            case 20 -> ports();
            case 21 -> node().flatMap(graph::node).ifPresent(document::enter);
            case 22 -> document.leave();
            default -> change(graph);
        }
    }

    private void change(Workflow graph) {
        List<String> nodes = node().stream().toList();
        Optional<Edit> edit = switch (random.nextInt(6)) {
            case 0 -> Optional.of(NodeChanges.toggleMode(graph, nodes, Mode.BYPASSED));
            case 1 -> node().map(id -> NodeChanges.setParameter(id, "amount", JsonNumber.of(place())));
            case 2 -> node().map(id -> NodeChanges.rename(id, "Name " + place()));
            case 3 -> new Arrangement(graph, SIZES, (node, port, output) -> OptionalDouble.empty()).ofAll();
            case 4 -> Optional.of(Groups.resize(0, new Rectangle2D(place(), place(), 900, 900)));
            default -> Optional.of(NodeChanges.togglePinned(graph, nodes));
        };
        edit.ifPresent(document::perform);
    }

    private void ports() {
        pick(document.workflow().subgraphs()).ifPresent(subgraph -> {
            SubgraphPorts.Side side = random.nextBoolean() ? SubgraphPorts.Side.INPUT : SubgraphPorts.Side.OUTPUT;
            List<String> ports = side == SubgraphPorts.Side.INPUT ? subgraph.inputs() : subgraph.outputs();
            pick(ports).ifPresent(port -> {
                document.performOnWhole(SubgraphPorts.rename(subgraph.id(), side, port, "Name " + random.nextInt(3)));
                if (random.nextInt(3) == 0) {
                    document.performOnWhole(SubgraphPorts.remove(subgraph.id(), side, port));
                }
            });
            document.performOnWhole(SubgraphPorts.renameParameter(subgraph.id(), "amount", "Name 1"));
            document.performOnWhole(SubgraphPorts.add(subgraph.id(), side, "extra"));
        });
    }

    private void connect(Workflow graph) {
        Wiring wiring = new Wiring(graph, types());
        for (Node node : graph.nodes()) {
            List<OutputPort> outputs =
                    types().find(node.type()).map(NodeSignature::outputs).orElse(List.of());
            Optional<PortAddress> from = pick(outputs).map(port -> new PortAddress(node.id(), port.name()));
            if (from.isPresent()) {
                pick(List.copyOf(wiring.inputsFor(from.get())))
                        .flatMap(to -> Wires.connect(graph, types(), from.get(), to))
                        .ifPresent(document::perform);
                return;
            }
        }
    }

    private Pasting pasting() {
        return new Pasting(document.graph(), document.shownSubgraph(), types(), random.nextBoolean());
    }

    private NodeCatalog types() {
        SubgraphCatalog catalog = new SubgraphCatalog(new Types(), document.workflow());
        return document.shownSubgraph().map(catalog::inside).orElse(catalog);
    }

    private List<Item> some() {
        return everything(document.graph()).stream()
                .filter(item -> random.nextInt(3) == 0)
                .toList();
    }

    private static List<Item> everything(Workflow graph) {
        List<Item> items = new ArrayList<>();
        graph.nodes().forEach(node -> items.add(new Item.OfNode(node.id())));
        IntStream.range(0, graph.groups().size()).forEach(index -> items.add(new Item.OfGroup(index)));
        IntStream.range(0, graph.notes().size()).forEach(index -> items.add(new Item.OfNote(index)));
        return items;
    }

    private Optional<String> node() {
        return pick(document.graph().nodes()).map(Node::id);
    }

    private int place() {
        return random.nextInt(1000);
    }

    private <T> Optional<T> pick(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    private static void assertSound(Workflow whole) {
        assertThat(whole.subgraphs()).extracting(Subgraph::id).doesNotHaveDuplicates();
        assertSound(whole, Optional.empty(), whole.nodes(), whole.links(), whole.form());
        for (Subgraph subgraph : whole.subgraphs()) {
            List<String> names = new ArrayList<>(subgraph.inputs());
            subgraph.parameters().forEach(exposed -> names.add(exposed.name()));
            assertThat(names).doesNotHaveDuplicates();
            assertThat(subgraph.outputs()).doesNotHaveDuplicates();
            assertThat(Definitions.needed(subgraph.nodes(), whole.subgraphs())).doesNotContain(subgraph);
            assertSound(whole, Optional.of(subgraph), subgraph.nodes(), subgraph.links(), subgraph.parameters());
        }
    }

    private static void assertSound(
            Workflow whole,
            Optional<Subgraph> inside,
            List<Node> nodes,
            List<Link> links,
            List<ExposedParameter> form) {
        SubgraphCatalog outer = new SubgraphCatalog(new Types(), whole);
        NodeCatalog catalog = inside.map(outer::inside).orElse(outer);
        assertThat(nodes).extracting(Node::id).doesNotHaveDuplicates();
        assertThat(links).extracting(Link::to).doesNotHaveDuplicates();
        assertThat(nodes)
                .allSatisfy(node -> assertThat(catalog.find(node.type())).isPresent());
        Set<PortAddress> givers = new HashSet<>();
        for (Node node : nodes) {
            catalog.find(node.type())
                    .orElseThrow()
                    .outputs()
                    .forEach(port -> givers.add(new PortAddress(node.id(), port.name())));
        }
        assertThat(links).extracting(Link::from).isSubsetOf(givers);
        Set<String> ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        assertThat(links).allSatisfy(link -> assertThat(ids).contains(link.to().node()));
        assertThat(form).extracting(ExposedParameter::node).isSubsetOf(ids);
    }
}
