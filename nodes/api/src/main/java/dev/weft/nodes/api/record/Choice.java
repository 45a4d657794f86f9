package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is one of a few words, as an enum or a `String`.
///
/// The words of an enum are the names of its constants in lower case.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Choice {
    /// One sentence for people: what the words mean.
    String value();

    /// What it is if nothing is set; the first word, if this is not said.
    String initial() default "";

    /// The words, where the component is a `String`.
    String[] options() default {};
}
