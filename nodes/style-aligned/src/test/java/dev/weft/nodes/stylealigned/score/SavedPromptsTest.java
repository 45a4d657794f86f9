package dev.weft.nodes.stylealigned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.image.PngFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPromptsTest {
    private static final Path EXAMPLES = Path.of("../../examples");

    @TempDir
    private Path folder = Path.of("");

    private static String example() throws IOException {
        return Files.readString(EXAMPLES.resolve("style-aligned.weft.json"));
    }

    @Test
    void the_positive_prompts_of_an_example_are_found() throws IOException {
        assertThat(SavedPrompts.of(example()))
                .containsExactly("house, purple duotone icon style", "guitar", "sailboat", "crown");
    }

    @Test
    void a_prompt_for_all_is_one() throws IOException {
        String one = example().replace("\"one_per_line\": true", "\"one_per_line\": false");
        assertThat(SavedPrompts.of(one)).containsExactly("house, purple duotone icon style\nguitar\nsailboat\ncrown");
    }

    @Test
    void what_passes_conditioning_on_is_passed_over() {
        String workflow = """
                {"weft": 1, "nodes": [
                  {"id": "t", "type": "core:text_encode", "version": 1, "parameters": {"text": "a red house"}},
                  {"id": "c", "type": "core:apply_controlnet", "version": 1, "parameters": {}},
                  {"id": "s", "type": "core:sample", "version": 1, "parameters": {}}
                ], "links": [
                  {"from": "t.conditioning", "to": "c.conditioning"},
                  {"from": "c.conditioning", "to": "s.positive"}
                ]}
                """;
        assertThat(SavedPrompts.of(workflow)).containsExactly("a red house");
        assertThat(SavedPrompts.of(workflow.replace("t.conditioning", "c.conditioning")))
                .as("a circle")
                .isEmpty();
        assertThat(SavedPrompts.of(workflow.replace("a red house", "a {red|blue} house")))
                .as("words left to chance")
                .isEmpty();
    }

    @Test
    void what_is_no_workflow_of_weft_tells_nothing() {
        assertThat(SavedPrompts.of("")).isEmpty();
        assertThat(SavedPrompts.of("{\"3\": {\"class_type\": \"KSampler\"}}")).isEmpty();
        assertThat(SavedPrompts.of("{\"weft\": 1, \"nodes\": [], \"links\": []}"))
                .isEmpty();
    }

    @Test
    void files_of_several_runs_get_their_own_prompts() throws IOException {
        String other = example().replace("\"seed\": 21", "\"seed\": 22").replace("guitar", "drum");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            files.add(png(i, i < 4 ? example() : other));
        }
        assertThat(FilePrompts.of(files))
                .containsExactly(
                        "house, purple duotone icon style",
                        "guitar",
                        "sailboat",
                        "crown",
                        "house, purple duotone icon style",
                        "drum",
                        "sailboat",
                        "crown");
        assertThat(FilePrompts.of(files.subList(0, 7)))
                .as("one picture is missing")
                .isEmpty();
        files.add(png(8, ""));
        assertThat(FilePrompts.of(files)).as("one picture is another's").isEmpty();
    }

    private Path png(int number, String workflow) throws IOException {
        Path file = folder.resolve("picture_" + number + ".png");
        PngFile.write(file, new ImageBatch(1, 1, 1, new float[3]), 0, Map.of("workflow", workflow));
        return file;
    }

    @Test
    void prompts_are_dealt_out_and_cut_to_their_subject() {
        assertThat(ComparedWords.of(List.of("house, flat style", "a cat"), 2, true))
                .containsExactly("house", "a cat");
        assertThat(ComparedWords.of(List.of("house, flat style"), 3, false))
                .containsExactly("house, flat style", "house, flat style", "house, flat style");
        assertThat(ComparedWords.of(List.of(", flat style"), 1, true)).containsExactly(", flat style");
        assertThat(ComparedWords.of(List.of(), 3, true)).isEmpty();
        assertThat(ComparedWords.of(List.of("a (red:1.3) house, (flat:0.8) style"), 1, true))
                .containsExactly("a red house");
    }
}
