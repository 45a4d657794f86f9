package dev.weft.cli;

import dev.weft.graph.NodeTypeId;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeCatalog;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.validation.Suggestions;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft nodes`.
@Command(
        name = "nodes",
        header = "Lists the node types, or describes one.",
        footerHeading = "%nExamples:%n",
        footer = {"  weft nodes", "  weft nodes core:sample"})
final class NodesCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "A node type, such as core:sample.")
    private @Nullable String id;

    NodesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        NodeCatalog catalog = session.start(
                        common, Path.of("output"), BackendSettings.of(new BackendChoice.Automatic()))
                .nodeTypes();
        String wanted = id;
        if (wanted == null) {
            list(catalog.all());
            return ExitCode.DONE;
        }
        Optional<NodeSignature> found = find(wanted, catalog);
        if (found.isEmpty()) {
            List<String> ids =
                    catalog.all().stream().map(type -> type.id().toString()).toList();
            session.complain("there is no node type '" + wanted + "'"
                    + new Suggestions()
                            .nearest(wanted, ids)
                            .map(name -> "; did you mean '" + name + "'?")
                            .orElse("; 'weft nodes' lists those that there are"));
            return ExitCode.USAGE;
        }
        describe(found.get());
        return ExitCode.DONE;
    }

    /// A path without its namespace is enough where only one plugin has it.
    private static Optional<NodeSignature> find(String wanted, NodeCatalog catalog) {
        if (wanted.indexOf(':') >= 0) {
            try {
                return catalog.find(NodeTypeId.parse(wanted));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        List<NodeSignature> candidates = catalog.all().stream()
                .filter(type -> type.id().path().equals(wanted))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private void list(List<NodeSignature> types) {
        int width = types.stream()
                .mapToInt(type -> type.id().toString().length())
                .max()
                .orElse(0);
        for (NodeSignature type : types) {
            String id = type.id().toString();
            session.terminal().out().println(id + " ".repeat(width - id.length() + 2) + type.title());
        }
    }

    private void describe(NodeSignature type) {
        PrintStream out = session.terminal().out();
        out.println(type.id() + ", version " + type.version() + ": " + type.title());
        out.println("  " + type.description());
        if (!type.inputs().isEmpty()) {
            out.println();
            out.println("Inputs:");
        }
        for (InputPort input : type.inputs()) {
            out.println("  " + named(input) + " (" + String.join(", ", traits(input)) + ")");
            out.println("      " + input.description());
        }
        if (!type.outputs().isEmpty()) {
            out.println();
            out.println("Outputs:");
        }
        for (OutputPort output : type.outputs()) {
            out.println("  " + output.name() + " (" + output.kind() + (output.list() ? ", list" : "") + ")");
            out.println("      " + output.description());
        }
        if (!type.parameters().isEmpty()) {
            out.println();
            out.println("Parameters:");
        }
        for (Parameter parameter : type.parameters()) {
            out.println("  " + parameter.name() + " = " + WrittenValue.initial(parameter));
            out.println("      " + parameter.description());
            out.println("      Takes " + WrittenValue.taken(parameter) + ". Links from "
                    + String.join(
                            " or ",
                            parameter.kinds().stream().map(PortKind::name).toList()) + ".");
        }
    }

    private static String named(InputPort input) {
        return input.variadic() ? input.numbered(1) + ", " + input.numbered(2) + ", …" : input.name();
    }

    private static List<String> traits(InputPort input) {
        List<String> traits = new ArrayList<>(List.of(input.kind().name()));
        if (!input.required()) {
            traits.add("optional");
        }
        if (input.lazy()) {
            traits.add("lazy");
        }
        if (input.list()) {
            traits.add("takes lists");
        }
        return traits;
    }
}
