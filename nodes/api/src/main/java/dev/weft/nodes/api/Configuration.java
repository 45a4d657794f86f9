package dev.weft.nodes.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a record as the configuration of a plugin, for which the plugin's entry asks in its constructor.
///
/// ```java
/// @Configuration
/// record Settings(
///         @Whole(value = "Pictures that are fetched at the same time.", initial = 4, minimum = 1, maximum = 32) int
/// fetches,
///         @Text("Where they are fetched from.") String address) {}
/// ```
///
/// Its components are declared as the parameters of nodes are, by the annotations of `dev.weft.nodes.api.record`. The
/// values come from `config/ID.json` beside the plugin's jar, by the names in lower-case words joined by `_`; the file
/// is written with all defaults when the plugin is first loaded, and never changed afterwards. A key that is missing
/// has
/// its default. Mistakes in the file are told with its name and line, and the plugin is not loaded until they are
/// mended.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Configuration {}
