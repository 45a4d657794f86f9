package dev.weft.nodes.api.record;

import dev.weft.graph.types.PortKind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which kind of port values of a class flow through.
final class KnownKinds {
    /// The classes of Weft's models are told by their names, as this module does not see them.
    private static final Map<String, PortKind> BY_CLASS_NAME = Map.of(
            "java.lang.Object", PortKind.ANY,
            "java.lang.String", PortKind.TEXT,
            "java.lang.Long", PortKind.WHOLE,
            "java.lang.Double", PortKind.DECIMAL,
            "java.lang.Boolean", PortKind.FLAG,
            "dev.weft.models.image.ImageBatch", PortKind.IMAGE,
            "dev.weft.models.image.Mask", PortKind.MASK,
            "dev.weft.models.style.Style", PortKind.STYLE,
            "dev.weft.models.control.ControlNet", PortKind.CONTROLNET);

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]*");

    private KnownKinds() {}

    /// The kind of a port.
    ///
    /// @param named what its annotation says; empty if it says nothing
    /// @param type the value's class
    static PortKind of(Component component, String named, Class<?> type) {
        Optional<PortKind> known = known(type);
        if (named.isEmpty()) {
            return known.orElseThrow(() -> component.fault("is a " + Component.name(type)
                    + ", of which no kind of port is known; name it, as in kind = \"latent\", or give"
                    + " the class a @Kind"));
        }
        if (!KIND.matcher(named).matches()) {
            throw component.fault("names the kind '" + named + "', which is not a lower-case word");
        }
        return new PortKind(named);
    }

    private static Optional<PortKind> known(Class<?> type) {
        Kind kind = type.getAnnotation(Kind.class);
        return kind == null
                ? Optional.ofNullable(BY_CLASS_NAME.get(type.getName()))
                : Optional.of(new PortKind(kind.value()));
    }
}
