package dev.weft.editor.node.field;

import dev.weft.graph.Node;
import dev.weft.graph.json.JsonNumber;
import dev.weft.graph.types.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Reads what the fields of a node show.
///
/// @param node the node
/// @param parameters those of its type
/// @param linked names of those that a wire feeds
/// @param surroundings what is known of the node's place in the graph
/// @param faulty name of the parameter that a run complained about
record FieldReader(
        Node node, List<Parameter> parameters, Set<String> linked, Surroundings surroundings, Optional<String> faulty) {
    /// The field of a parameter, as wide as the node allows.
    Field read(Parameter parameter, boolean narrow) {
        String name = parameter.name();
        String label = narrow ? FieldWords.shortLabel(name) : FieldWords.label(name);
        boolean blamed = faulty.filter(name::equals).isPresent();
        if (linked.contains(name)) {
            return new Field.Wired(parameter, label, blamed);
        }
        Setting setting = Setting.of(node, parameter);
        boolean fault = blamed || !setting.sound();
        return switch (parameter) {
            case Parameter.Whole whole when name.equals("reference_index") -> reference(whole, label, setting, fault);
            case Parameter.Whole _, Parameter.Decimal _ -> figure(parameter, label, setting, fault);
            case Parameter.Seed _ ->
                new Field.Seed(
                        parameter,
                        label,
                        setting.value().toString(),
                        Optional.ofNullable(node.seedChanges().get(name)),
                        fault);
            case Parameter.Flag _ -> new Field.Toggle(parameter, label, setting.on(), fault);
            case Parameter.Choice _ -> new Field.Choice(parameter, label, setting.text(), fault);
            case Parameter.Text text -> text(text, label, setting, fault);
        };
    }

    /// The field of a flag beside others.
    Field chip(Parameter parameter) {
        Field field = read(parameter, false);
        return field instanceof Field.Toggle toggle
                ? new Field.Chip(parameter, FieldWords.shortLabel(parameter.name()), toggle.on(), toggle.faulty())
                : field;
    }

    /// The field of two shares of the steps.
    Field span(Parameter start, Parameter end) {
        Setting first = Setting.of(node, start);
        Setting last = Setting.of(node, end);
        double from = Math.clamp(first.approximate(), 0, 1);
        double to = Math.clamp(last.approximate(), 0, 1);
        boolean fault = !first.sound()
                || !last.sound()
                || from > to
                || faulty.filter(name -> name.equals(start.name()) || name.equals(end.name()))
                        .isPresent();
        OptionalInt steps = steps();
        String words = steps.isPresent()
                ? Math.round(from * steps.getAsInt()) + " – " + Math.round(to * steps.getAsInt())
                : Math.round(from * 100) + " – " + Math.round(to * 100) + " %";
        return new Field.Span(start, end, FieldWords.label("span"), words, from, to, fault);
    }

    /// How many steps the node takes, if it says so.
    OptionalInt steps() {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("steps") && !linked.contains("steps"))
                .map(parameter -> Setting.of(node, parameter))
                .filter(setting -> setting.sound() && setting.value() instanceof JsonNumber)
                .mapToInt(setting -> (int) setting.approximate())
                .findFirst();
    }

    private Field reference(Parameter.Whole parameter, String label, Setting setting, boolean fault) {
        int row = (int) setting.approximate();
        List<String> prompts = surroundings.prompts();
        String words = row >= 0 && row < prompts.size() ? prompts.get(row) : "";
        return new Field.Reference(parameter, label, row + 1, words, fault);
    }

    private Field figure(Parameter parameter, String label, Setting setting, boolean fault) {
        Scale scale = Scale.of(parameter);
        Optional<BigDecimal> number = setting.number();
        return new Field.Figure(
                parameter,
                label,
                number.map(scale::words).orElse(setting.text()),
                number.isPresent() && !fault ? scale.fill(number.get().doubleValue()) : OptionalDouble.empty(),
                fault);
    }

    private Field text(Parameter.Text parameter, String label, Setting setting, boolean fault) {
        Optional<FileKind> kind = FileKind.of(node.type(), parameter.name());
        String words = setting.text();
        if (kind.isPresent()) {
            return kind.get().inModels()
                    ? new Field.Model(parameter, label, words, kind.get(), fault)
                    : new Field.FileName(parameter, label, words, kind.get(), fault);
        }
        if (parameter.multiline()) {
            boolean numbered = isOn("one_per_line") || parameter.name().equals("prompts");
            return new Field.Prose(
                    parameter,
                    label,
                    words,
                    numbered && words.lines().count() > 1,
                    numbered ? surroundings.reference() : OptionalInt.empty(),
                    fault);
        }
        if (colour(parameter)) {
            return new Field.Colour(parameter, label, words, fault || !words.matches("#[0-9a-fA-F]{6}"));
        }
        String hint = parameter.name().equals("filename_prefix") ? "{n}" : "";
        return new Field.Line(parameter, label, words, hint, fault);
    }

    private static boolean colour(Parameter.Text parameter) {
        return parameter.name().matches("(.*_)?colou?r") || parameter.initial().matches("#[0-9a-fA-F]{6}");
    }

    private boolean isOn(String flag) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(flag))
                .anyMatch(parameter -> Setting.of(node, parameter).on());
    }
}
