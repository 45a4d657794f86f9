package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A parameter that is true or false, as a `boolean`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flag {
    /// One sentence for people: what happens if it is set.
    String value();

    /// What it is if nothing is set.
    boolean initial() default false;
}
