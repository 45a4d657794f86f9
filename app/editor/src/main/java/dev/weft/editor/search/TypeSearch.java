package dev.weft.editor.search;

import dev.weft.editor.edit.Fitting;
import dev.weft.editor.search.FoundType.FittingPort;
import dev.weft.editor.window.NodeSearchOpener.LooseWire;
import dev.weft.graph.types.InputPort;
import dev.weft.graph.types.NodeSignature;
import dev.weft.graph.types.OutputPort;
import dev.weft.graph.types.PortKind;
import dev.weft.graph.validation.Suggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds node types by what people type: their title, category, id, description, and what other programs call
/// them.
final class TypeSearch {
    private static final int RECENT = 12;
    private static final int ALIAS = 5;
    private static final int ID = 15;
    private static final int CATEGORY = 35;
    private static final int DESCRIPTION = 12;

    private final List<NodeSignature> types;
    private final List<String> recent;
    private final Aliases aliases = new Aliases();

    /// @param types what can be placed
    /// @param recent ids of what was placed lately, the last first
    TypeSearch(List<NodeSignature> types, List<String> recent) {
        this.types = List.copyOf(types);
        this.recent = List.copyOf(recent);
    }

    /// A type and how well it fits.
    private record Scored(FoundType found, int score) {}

    /// The node types that fit, the best first; of nothing typed, all in the order of their titles.
    ///
    /// @param wire what must be connectable to them, if a wire waits
    List<FoundType> find(String typed, Optional<LooseWire> wire) {
        List<String> words = words(typed);
        return types.stream()
                .flatMap(type -> fit(type, wire).stream())
                .map(found -> new Scored(found, score(found.type(), words)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.found().type().title()))
                .map(Scored::found)
                .toList();
    }

    /// Those that were used lately and fit the wire, the last first.
    List<FoundType> used(Optional<LooseWire> wire, int most) {
        return recent.stream()
                .flatMap(id -> types.stream()
                        .filter(type -> type.id().toString().equals(id))
                        .findFirst()
                        .flatMap(type -> fit(type, wire))
                        .stream())
                .limit(most)
                .toList();
    }

    /// The node type whose name is few typing mistakes away.
    Optional<FoundType> nearest(String typed, Optional<LooseWire> wire) {
        Map<String, FoundType> names = new TreeMap<>();
        for (FoundType found : find("", wire)) {
            names.put(found.type().title(), found);
            for (String word : found.type().title().split(" ", -1)) {
                names.putIfAbsent(word, found);
            }
            aliases.of(found.type().id()).forEach(alias -> names.putIfAbsent(alias, found));
        }
        return new Suggestions().nearest(typed.strip(), names.keySet()).map(names::get);
    }

    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /// Every word must fit something; what is typed as a whole fits a title better than its words do.
    private int score(NodeSignature type, List<String> words) {
        if (words.isEmpty()) {
            return 1;
        }
        int sum = 0;
        for (String word : words) {
            int best = score(type, word);
            if (best <= 0) {
                return 0;
            }
            sum += best;
        }
        int whole = words.size() > 1 ? Resemblance.of(String.join(" ", words), type.title()) : 0;
        boolean used = recent.contains(type.id().toString());
        return Math.max(sum / words.size(), whole) + (used ? RECENT : 0);
    }

    private int score(NodeSignature type, String word) {
        int best = Resemblance.of(word, type.title());
        for (String alias : aliases.of(type.id())) {
            best = Math.max(best, Resemblance.of(word, alias) - ALIAS);
        }
        best = Math.max(best, Resemblance.of(word, type.id().path()) - ID);
        best = Math.max(best, Resemblance.of(word, type.id().toString()) - ID);
        best = Math.max(best, Resemblance.of(word, Categories.title(type.category())) - CATEGORY);
        best = Math.max(best, Resemblance.of(word, type.category()) - CATEGORY);
        return Math.max(best, Resemblance.inText(word, type.description()) ? DESCRIPTION : 0);
    }

    private static Optional<FoundType> fit(NodeSignature type, Optional<LooseWire> wire) {
        if (wire.isEmpty()) {
            return Optional.of(new FoundType(type, Optional.empty()));
        }
        PortKind kind = wire.get().kind();
        Optional<String> name = wire.get().output() ? Fitting.input(type, kind) : Fitting.output(type, kind);
        return name.map(port -> new FoundType(
                type,
                Optional.of(new FittingPort(port, kind(type, port, wire.get().output())))));
    }

    private static PortKind kind(NodeSignature type, String port, boolean input) {
        return input
                ? type.input(port)
                        .map(InputPort::kind)
                        .or(() -> type.parameter(port)
                                .map(parameter -> parameter.kinds().getFirst()))
                        .orElse(PortKind.ANY)
                : type.output(port).map(OutputPort::kind).orElse(PortKind.ANY);
    }
}
