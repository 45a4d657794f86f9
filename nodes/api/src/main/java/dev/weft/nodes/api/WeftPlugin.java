package dev.weft.nodes.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the class that is a plugin's entry, and says of the plugin what Weft wants to know before it loads any class.
///
/// ```java
/// @WeftPlugin(id = "my-nodes", version = "1.0.0", depends = @WeftPlugin.Dependency(id = "core", version = "^0.1"))
/// public final class MyNodes implements Plugin {
///     @Override
///     public void register(NodeRegistrar registrar) {
///         registrar.add(new Blur());
///     }
/// }
/// ```
///
/// While the class is compiled, the annotation processor in this artifact writes `META-INF/weft-plugin.json` from it,
/// and refuses what the host would refuse. A jar holds one plugin, so one class is marked. A compiler runs the
/// processor
/// when this artifact is on its processor path (Maven: `annotationProcessorPaths`).
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WeftPlugin {
    /// The plugin's name and the namespace of its node types: lower-case letters, digits, `_` and `-`, beginning with a
    /// letter; at most 64 characters.
    String id();

    /// The plugin's own version by the rules of semantic versioning, such as `1.2.0` or `2.0.0-beta.1`.
    String version();

    /// Which versions of Weft's plugin interface it works with: a range such as `^0.1` or `>=0.1 & <1.0`. Without it,
    /// those that are compatible with the interface that is compiled against.
    String weft() default "^0.1";

    /// The other plugins whose classes or node types it uses.
    Dependency[] depends() default {};

    /// Another plugin that this one builds on. Its classes can be seen, and it is loaded first.
    @Target({})
    @Retention(RetentionPolicy.CLASS)
    @interface Dependency {
        /// The other plugin's id.
        String id();

        /// Which of its versions will do: a range such as `^1.2`.
        String version();

        /// Whether this plugin works without the other too.
        boolean optional() default false;
    }
}
