package dev.weft.nodes.api.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestProcessorTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_marked_class_gets_its_manifest() {
        Compilation compilation = compile(plugin("id = \"blur\", version = \"1.2.0\""));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.manifest()).hasValue("""
                {
                  "id": "blur",
                  "version": "1.2.0",
                  "entry": "some.where.Entry",
                  "weft": "^0.1"
                }
                """);
    }

    @Test
    void ranges_and_dependencies_are_written_sorted_by_id() {
        Compilation compilation = compile(plugin("""
                id = "blur", version = "2.0.0-beta.1+linux", weft = ">=0.1 & <1.0",
                depends = {
                    @WeftPlugin.Dependency(id = "stylealigned", version = "0.x", optional = true),
                    @WeftPlugin.Dependency(id = "core", version = "^0.1")}"""));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.manifest()).hasValue("""
                {
                  "id": "blur",
                  "version": "2.0.0-beta.1+linux",
                  "entry": "some.where.Entry",
                  "weft": ">=0.1 & <1.0",
                  "depends": {
                    "core": "^0.1",
                    "stylealigned": {"version": "0.x", "optional": true}
                  }
                }
                """);
    }

    @Test
    void a_nested_entry_is_named_as_class_loaders_name_it() {
        Compilation compilation = compile("""
                package some.where;
                final class Outer {
                    @dev.weft.nodes.api.WeftPlugin(id = "blur", version = "1.0.0")
                    record Inner(dev.weft.nodes.api.Folders folders) implements dev.weft.nodes.api.Plugin {
                        @Override
                        public void register(dev.weft.nodes.api.NodeRegistrar registrar) {}
                    }
                }
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.manifest().orElse("")).contains("\"entry\": \"some.where.Outer$Inner\"");
    }

    @Test
    void every_mistake_in_the_annotation_is_told_with_its_line_and_what_to_write() {
        Compilation compilation = compile(plugin("""
                id = "My Nodes",
                version = "1.2",
                weft = "any",
                depends = {
                    @WeftPlugin.Dependency(id = "core", version = "latest"),
                    @WeftPlugin.Dependency(id = "core", version = "^0.1"),
                    @WeftPlugin.Dependency(id = "My Nodes", version = "^0.1")}"""));
        assertThat(compilation.errors())
                .containsExactly(
                        "3: 'My Nodes' is not a plugin's id; write lower-case letters, digits, '_' and '-', beginning"
                                + " with a letter, at most 64 characters",
                        "4: '1.2' is not a version; write three numbers, such as 1.2.0, and if you like a pre-release,"
                                + " such as 1.2.0-beta.1",
                        "5: 'any' is not a range of versions; write one such as ^1.2, 1.x or >=1.2 & <2.0",
                        "7: 'latest' is not a range of versions; write one such as ^1.2, 1.x or >=1.2 & <2.0",
                        "8: the dependency 'core' is named twice; leave one",
                        "9: 'My Nodes' is not a plugin's id; write lower-case letters, digits, '_' and '-', beginning"
                                + " with a letter, at most 64 characters",
                        "9: 'My Nodes' is the plugin itself, which need not be named; leave it out");
        assertThat(compilation.manifest()).isEmpty();
    }

    @Test
    void a_marked_class_that_is_no_plugin_is_refused() {
        assertEntryIsRefused(
                "final class Entry {}",
                "Entry is marked with @WeftPlugin and is no plugin; let it implement dev.weft.nodes.api.Plugin");
    }

    @Test
    void an_entry_of_which_no_instance_can_be_made_is_refused() {
        String sentence =
                "Weft makes one instance of the class that @WeftPlugin marks, and of Entry none can be made; mark"
                        + " a class that is not abstract";
        assertEntryIsRefused("abstract class Entry implements Plugin {}", sentence);
        assertEntryIsRefused("interface Entry extends Plugin {}", sentence);
        assertEntryIsRefused(
                "enum Entry implements Plugin { ONE; public void register(NodeRegistrar registrar) {} }", sentence);
    }

    @Test
    void an_entry_with_a_choice_of_constructors_is_refused() {
        assertEntryIsRefused("""
                final class Entry implements Plugin {
                    Entry() {}
                    Entry(Folders folders) {}
                    public void register(NodeRegistrar registrar) {}
                }
                """, "Entry has 2 constructors, and Weft takes the only one; leave one");
    }

    @Test
    void an_entry_that_needs_the_object_around_it_is_refused() {
        Compilation compilation = compile("""
                package some.where;
                final class Outer {
                    @dev.weft.nodes.api.WeftPlugin(id = "blur", version = "1.0.0")
                    final class Inner implements dev.weft.nodes.api.Plugin {
                        @Override
                        public void register(dev.weft.nodes.api.NodeRegistrar registrar) {}
                    }
                }
                """);
        assertThat(compilation.errors())
                .singleElement()
                .asString()
                .endsWith("Weft cannot make Inner without an instance of the class around it; make it static or move it"
                        + " to a file of its own");
        assertThat(compilation.manifest()).isEmpty();
    }

    @Test
    void a_second_marked_class_is_refused_with_both_names() {
        String second = plugin("id = \"sharpen\", version = \"1.0.0\"").replace("Entry", "Second");
        Compilation compilation = compile(plugin("id = \"blur\", version = \"1.0.0\""), second);
        assertThat(compilation.errors())
                .singleElement()
                .asString()
                .endsWith(
                        "a jar holds one plugin, and @WeftPlugin marks both Entry and Second; remove one, or move it to"
                                + " a project of its own");
    }

    private void assertEntryIsRefused(String declaration, String sentence) {
        Compilation compilation = compile("""
                package some.where;
                import dev.weft.nodes.api.*;
                @WeftPlugin(id = "blur", version = "1.0.0")
                """ + declaration);
        assertThat(compilation.errors()).singleElement().asString().endsWith(": " + sentence);
        assertThat(compilation.manifest()).isEmpty();
    }

    /// A plugin whose annotation begins on the third line.
    private static String plugin(String annotation) {
        return """
                package some.where;
                import dev.weft.nodes.api.*;
                @WeftPlugin(%s)
                public final class Entry implements Plugin {
                    @Override
                    public void register(NodeRegistrar registrar) {}
                }
                """.formatted(annotation);
    }

    private Compilation compile(String... sources) {
        return Compilation.of(folder, sources);
    }
}
