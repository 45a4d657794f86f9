package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A value that other nodes may take.
///
/// The component is of the value's type, a [java.util.List] of it where it gives a list, each item of which is worked
/// on
/// for itself, or an [java.util.Optional] of it, which blocks what takes it where it is empty. The name of the port is
/// the name of the component, in lower-case words joined by `_`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Output {
    /// One sentence for people.
    String value();

    /// What it gives. Need not be said of texts, numbers, flags and pictures, nor of classes that have a [Kind].
    String kind() default "";

    /// Name of the input that has as many pictures of the same size, so that a workflow can be checked before it runs.
    String like() default "";
}
