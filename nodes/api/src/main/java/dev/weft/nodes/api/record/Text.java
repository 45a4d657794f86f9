package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is text, as a `String`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Text {
    /// One sentence for people: what it means and how it is written.
    String value();

    /// What it is if nothing is set.
    String initial() default "";

    /// Whether people are given more than one line to write it.
    boolean multiline() default false;
}
