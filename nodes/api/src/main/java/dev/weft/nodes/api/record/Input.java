package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A value that comes from another node.
///
/// The component is of the value's type where the input must be linked, an [java.util.Optional] of it where it may stay
/// unlinked, and a [java.util.List] where it takes whole lists or any number of links. The name of the port is the name
/// of the component, in lower-case words joined by `_`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Input {
    /// One sentence for people.
    String value();

    /// What it takes. Need not be said of texts, numbers, flags and pictures, nor of classes that have a [Kind].
    String kind() default "";

    /// Whether it is worked out only when the node asks for it by `demand`; the component is an [java.util.Optional]
    /// or a [java.util.List].
    boolean lazy() default false;

    /// Whether it takes any number of links; the component is a [java.util.List] of their values, empty where there is
    /// no link.
    boolean variadic() default false;
}
