package dev.weft.nodes.api.record;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One component of a record that declares ports or parameters.
///
/// @param declared the component
record Component(RecordComponent declared) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    /// The components of a record, in order.
    static List<Component> of(Class<? extends Record> owner) {
        return Arrays.stream(owner.getRecordComponents()).map(Component::new).toList();
    }

    /// The name of the port or parameter.
    String name() {
        return portName(declared.getName())
                .orElseThrow(
                        () -> fault("has a name that no port can have; use letters and digits, such as batchSize"));
    }

    /// `batchSize` is `batch_size`; nothing if no port can have such a name.
    static Optional<String> portName(String component) {
        String name = component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return Optional.of(name).filter(each -> NAME.matcher(each).matches());
    }

    /// The only one of the annotations of this package that the component has.
    Annotation annotation(List<Class<? extends Annotation>> known) {
        List<Annotation> found = known.stream()
                .filter(declared::isAnnotationPresent)
                .<Annotation>map(declared::getAnnotation)
                .toList();
        if (found.size() != 1) {
            throw fault((found.isEmpty() ? "has none" : "has more than one") + " of the annotations " + names(known)
                    + "; give it one");
        }
        return found.getFirst();
    }

    /// The value's class, boxed where it is primitive.
    Class<?> type() {
        return Boxed.of(declared.getType());
    }

    /// A mistake in the declaration.
    ///
    /// @param problem what follows "the component 'x' of Blur.In"
    IllegalArgumentException fault(String problem) {
        return new IllegalArgumentException(
                "the component '" + declared.getName() + "' of " + name(declared.getDeclaringRecord()) + " " + problem);
    }

    /// Objects unless the component is of this class.
    void require(Annotation annotation, Class<?> boxed, String fitting) {
        if (type() != boxed) {
            throw wrongType(annotation, fitting);
        }
    }

    /// A mistake in what the annotation needs of the component's type.
    IllegalArgumentException wrongType(Annotation annotation, String fitting) {
        return fault("is a " + declared.getType().getSimpleName() + ", and @"
                + annotation.annotationType().getSimpleName() + " needs " + fitting);
    }

    /// The class as it is written in a program, without its package: `Blur.In`.
    static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }

    private static String names(List<Class<? extends Annotation>> annotations) {
        return String.join(
                ", ",
                annotations.stream().map(each -> "@" + each.getSimpleName()).toList());
    }
}
