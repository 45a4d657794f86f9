package dev.weft.editor.problems;

import com.google.inject.Inject;
import dev.weft.editor.text.Texts;
import dev.weft.graph.NodeTypeId;
import dev.weft.graph.validation.NodeProblem;
import dev.weft.graph.validation.Problem;
import dev.weft.runtime.WeftRuntime;
import java.util.Locale;

/// Says what is wrong in the words of the editor, where the node is named beside it and has a title.
final class Sentences {
    private static final Texts TEXTS = Texts.of(Sentences.class);

    private final WeftRuntime runtime;

    @Inject
    Sentences(WeftRuntime runtime) {
        this.runtime = runtime;
    }

    /// One sentence for what is wrong and one for what to do.
    ///
    /// @param title what people call the node at fault
    /// @param usual what the check says
    String of(Problem problem, String title, String usual) {
        return switch (problem) {
            case NodeProblem.UnknownType unknown
            when !unknown.pluginKnown() && !isThere(unknown.type()) ->
                TEXTS.get("plugin_missing", unknown.type().namespace());
            case NodeProblem.MissingInput missing -> TEXTS.get("input_missing", title, words(missing.input()));
            case NodeProblem.DoesNotFit unfit -> capital(unfit.problem()) + ". " + capital(unfit.remedy()) + ".";
            default -> usual;
        };
    }

    private boolean isThere(NodeTypeId type) {
        return runtime.plugins().stream().anyMatch(status -> status.plugin().equals(type.namespace()));
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
