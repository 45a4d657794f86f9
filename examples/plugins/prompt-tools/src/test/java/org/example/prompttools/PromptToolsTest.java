package org.example.prompttools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.TestRun;
import dev.weft.testkit.TestRuntime;
import dev.weft.testkit.TestWorkflow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each node in a real runtime.
final class PromptToolsTest {
    private static final TestRuntime WEFT = TestRuntime.start();

    @AfterAll
    static void close() {
        WEFT.close();
    }

    @Test
    void a_text_is_given_as_it_was_written() {
        assertThat(text("text", Map.of("text", " a\n b "))).isEqualTo(" a\n b ");
    }

    @Test
    void texts_are_joined_in_the_order_of_their_ports_without_blank_ones() {
        TestWorkflow workflow = WEFT.workflow()
                .node("node", "prompt-tools:join")
                .give("node.text_2", "in a forest")
                .give("node.text_10", "at night")
                .give("node.text_3", "  ")
                .give("node.text_1", "a fox");
        assertThat(workflow.run().output("node.text", String.class)).isEqualTo("a fox, in a forest, at night");
    }

    @Test
    void texts_may_stand_on_lines_of_their_own() {
        TestWorkflow workflow = WEFT.workflow()
                .node("node", "prompt-tools:join", Map.of("separator", "\\n", "skip_blank", false))
                .give("node.text_1", "a")
                .give("node.text_2", "");
        assertThat(workflow.run().output("node.text", String.class)).isEqualTo("a\n");
    }

    @Test
    void a_template_is_filled_from_variables_and_links_and_leaves_other_braces_alone() {
        TestWorkflow workflow = WEFT.workflow()
                .node(
                        "node",
                        "prompt-tools:template",
                        Map.of(
                                "template", "{1} beside a {colour} {animal}, {day|night}, {colour}",
                                "variables", "# the hero\nanimal = fox\ncolour = $1 \\red"))
                .give("node.value_1", "an owl");
        assertThat(workflow.run().output("node.text", String.class))
                .isEqualTo("an owl beside a $1 \\red fox, {day|night}, $1 \\red");
    }

    @Test
    void a_variable_that_nobody_knows_is_told_with_those_that_are_known() {
        assertThat(failure("template", Map.of("template", "a {wolf}", "variables", "fox = red fox")))
                .isEqualTo("Nothing is known to fill in for {wolf}; known are fox.");
        assertThat(failure("template", Map.of("variables", "fox red")))
                .isEqualTo("The line 'fox red' names no variable; write it as animal = red fox.");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, x, false, x and acb",
        "a.b, x, true, x and x",
        "'', x, true, a.b and acb",
        "(c)b, $1$1, true, a.b and acc"
    })
    void what_is_found_is_replaced(String find, String replacement, boolean pattern, String expected) {
        assertThat(text(
                        "replace",
                        Map.of("text", "a.b and acb", "find", find, "replacement", replacement, "pattern", pattern)))
                .isEqualTo(expected);
    }

    @Test
    void a_pattern_that_is_none_is_told() {
        assertThat(failure("replace", Map.of("text", "a", "find", "(", "pattern", true)))
                .startsWith("'(' is no regular expression (");
        assertThat(failure("replace", Map.of("text", "a", "find", "a", "replacement", "$2", "pattern", true)))
                .isEqualTo("'$2' asks for a group that the pattern does not have; correct it.");
    }

    @Test
    void a_list_makes_one_prompt_of_each_line_and_counts_them() {
        TestRun run = run(
                "list",
                Map.of("lines", "fox\n\n# not this\n owl \nhare", "before", "a ", "after", ", flat icon", "most", 2));
        assertThat(run.output("node.text", String.class)).isEqualTo("a fox, flat icon\na owl, flat icon");
        assertThat(run.output("node.count", Long.class)).isEqualTo(2);
    }

    @Test
    void a_shuffled_list_has_the_same_lines_in_an_order_of_its_seed() {
        Map<String, Object> parameters = Map.of("lines", "a\nb\nc\nd\ne\nf", "order", "shuffled", "seed", 3);
        String shuffled = text("list", parameters);
        assertThat(shuffled.lines()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        assertThat(text("list", parameters)).isEqualTo(shuffled);
        Set<String> orders = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            orders.add(text("list", Map.of("lines", "a\nb\nc\nd\ne\nf", "order", "shuffled", "seed", seed)));
        }
        assertThat(orders).hasSizeGreaterThan(15);
    }

    @Test
    void lines_are_drawn_without_drawing_one_twice() {
        Set<String> drawn = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            List<String> lines = text("pick", Map.of("lines", "a\nb\nc\nd", "count", 3, "seed", seed))
                    .lines()
                    .toList();
            assertThat(lines).hasSize(3).doesNotHaveDuplicates().isSubsetOf("a", "b", "c", "d");
            drawn.addAll(lines);
        }
        assertThat(drawn).hasSize(4);
        assertThat(failure("pick", Map.of("lines", "a\nb", "count", 3)))
                .isEqualTo("There are 2 lines, too few to draw 3; write more lines or draw fewer.");
    }

    @Test
    void two_lists_are_combined_each_with_each() {
        TestRun run = run("combine", Map.of("first", "fox\nowl", "second", "red\nblue", "separator", " in "));
        assertThat(run.output("node.text", String.class)).isEqualTo("fox in red\nfox in blue\nowl in red\nowl in blue");
        assertThat(run.output("node.count", Long.class)).isEqualTo(4);
        assertThat(failure("combine", Map.of("first", "fox", "second", "# nothing")))
                .isEqualTo("One of the two lists is empty; write one entry a line.");
    }

    @Test
    void a_node_after_split_lines_runs_once_for_each_line() {
        TestRun run = WEFT.workflow()
                .node("lines", "prompt-tools:split", Map.of("lines", "fox\nowl"))
                .node("each", "prompt-tools:list", Map.of("before", "a "))
                .link("lines.text", "each.lines")
                .run();
        assertThat(run.outputs("each.text", String.class)).containsExactly("a fox", "a owl");
    }

    @Test
    void a_negative_prompt_is_a_preset_and_further_words() {
        assertThat(text("negative", Map.of("preset", "none", "more", " cats "))).isEqualTo("cats");
        assertThat(text("negative", Map.of("preset", "icon", "more", "cats")))
                .startsWith("background, ")
                .endsWith(", cats");
    }

    @Test
    void texts_are_saved_under_numbers_that_are_free() {
        for (int number = 1; number <= 2; number++) {
            TestRun run = WEFT.workflow()
                    .node("save", "prompt-tools:save", Map.of("name", "tale"))
                    .give("save.text", "once " + number)
                    .run();
            assertThat(run.savedFiles()).containsExactly(WEFT.outputFolder().resolve("tale_0000" + number + ".txt"));
            assertThat(run.savedFiles().getFirst()).hasContent("once " + number);
        }
    }

    @Test
    void a_name_that_leads_out_of_the_output_folder_is_refused() {
        TestRun run = WEFT.workflow()
                .node("save", "prompt-tools:save", Map.of("name", "../tale"))
                .give("save.text", "once")
                .run();
        assertThat(run.failure("save")).contains("'../tale' leads out of the output folder; choose another.");
    }

    private static TestRun run(String node, Map<String, ?> parameters) {
        return WEFT.workflow().node("node", "prompt-tools:" + node, parameters).run();
    }

    private static String text(String node, Map<String, ?> parameters) {
        return run(node, parameters).output("node.text", String.class);
    }

    private static String failure(String node, Map<String, ?> parameters) {
        return run(node, parameters).failure("node").orElseThrow();
    }
}
