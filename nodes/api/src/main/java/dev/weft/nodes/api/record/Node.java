package dev.weft.nodes.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what a [RecordNode] is called and where people find it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Node {
    /// The node type's id, `namespace:path`; the namespace is the id of the plugin.
    String value();

    /// Counts up when the meaning of a parameter or port changes; 1 or more.
    int version() default 1;

    /// What people read on the node.
    String title();

    /// Where people find it, such as `image` or `prompt`.
    String category();

    /// What it does, in one or two sentences.
    String description();

    /// Whether running it is an end in itself, as saving a picture is.
    boolean terminal() default false;
}
