package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is a whole number, as a `long` or an `int`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Whole {
    /// One sentence for people: meaning, unit, what a larger value does.
    String value();

    /// What it is if nothing is set.
    long initial() default 0;

    /// The smallest valid value.
    long minimum();

    /// The largest valid value.
    long maximum();

    /// What the value must be divisible by; 1 for any.
    long multipleOf() default 1;
}
