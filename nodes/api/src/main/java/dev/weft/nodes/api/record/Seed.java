package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is a random seed from 0 to 2⁶⁴−1, in the bits of a `long`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Seed {
    /// One sentence for people: what is drawn with it.
    String value();

    /// What it is if nothing is set.
    long initial() default 0;
}
