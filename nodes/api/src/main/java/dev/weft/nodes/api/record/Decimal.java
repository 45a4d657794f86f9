package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is a finite decimal number, as a `double` or a `float`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Decimal {
    /// One sentence for people: meaning, unit, what a larger value does.
    String value();

    /// What it is if nothing is set.
    double initial() default 0;

    /// The smallest valid value.
    double minimum();

    /// The largest valid value.
    double maximum();
}
