package dev.weft.cli.author;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// What a new plugin and its parts are called.
///
/// @param id the plugin's id
public record NewPlugin(String id) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern SEPARATORS = Pattern.compile("[_-]+");

    /// Ids, without separators, that are taken by Weft.
    private static final Set<String> TAKEN = Set.of("weft", "core", "stylealigned", "testkit");

    /// Checks the id.
    ///
    /// @throws ProjectException if no plugin may be called so
    public static NewPlugin named(String id) throws ProjectException {
        if (!ID.matcher(id).matches()) {
            throw new ProjectException("'" + id + "' cannot be a plugin's id; write lower-case letters, digits, '_' and"
                    + " '-', beginning with a letter, at most 64 characters"
                    + likeness(id).map(like -> ", such as '" + like + "'").orElse(""));
        }
        if (TAKEN.contains(SEPARATORS.matcher(id).replaceAll(""))) {
            throw new ProjectException("the name '" + id + "' is Weft's own; choose another");
        }
        return new NewPlugin(id);
    }

    /// The next id to a name that is none.
    private static Optional<String> likeness(String name) {
        String like = name.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^[^a-z]+|[_-]+$", "");
        return Optional.of(like.substring(0, Math.min(like.length(), 64)))
                .filter(found -> ID.matcher(found).matches());
    }

    /// The class that is the plugin's entry, such as `MyNodesPlugin`.
    String entry() {
        return Arrays.stream(SEPARATORS.split(id))
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining())
                + "Plugin";
    }

    /// The package of its classes, such as `org.example.mynodes`.
    String packageName() {
        String last = SEPARATORS.matcher(id).replaceAll("");
        return "org.example." + (SourceVersion.isKeyword(last) ? last + "nodes" : last);
    }

    /// The folder of that package, divided by slashes.
    String folder() {
        return packageName().replace('.', '/');
    }
}
