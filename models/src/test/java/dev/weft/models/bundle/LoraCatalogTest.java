package dev.weft.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.models.lora.LoraException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoraCatalogTest {
    @TempDir
    private Path first = Path.of("");

    @TempDir
    private Path second = Path.of("");

    private static Path file(Path root, String name) throws IOException {
        Path file = root.resolve("loras").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private LoraCatalog catalog() {
        return new LoraCatalog(List.of(first, second, first.resolve("missing")));
    }

    @Test
    void files_are_named_by_their_path_and_the_first_folder_wins() throws IOException {
        Path cat = file(first, "cat.safetensors");
        Path dog = file(second, "animals/dog.safetensors");
        file(second, "cat.safetensors");
        file(second, "notes.txt");
        assertThat(catalog().list()).containsOnlyKeys("animals/dog", "cat").containsEntry("cat", cat);
        assertThat(catalog().find("animals/dog")).contains(dog);
        assertThat(catalog().find("animals\\dog.safetensors")).contains(dog);
        assertThat(catalog().find("dog")).isEmpty();
    }

    @Test
    void an_unknown_name_is_refused_with_those_there_are() throws IOException {
        assertThat(catalog().missing("cat"))
                .hasMessage(
                        "There is no LoRA 'cat' in the folder loras of the models; put one there, or write the whole"
                                + " path of a file.");
        file(first, "dog.safetensors");
        file(first, "emu.safetensors");
        LoraException missing = catalog().missing("cat");
        assertThat(missing).hasMessageContaining("; choose from dog, emu, or write");
    }

    @Test
    void an_unusable_file_has_its_reason_for_a_summary() throws IOException {
        assertThat(LoraCatalog.summary(file(first, "dog.safetensors"))).startsWith("cannot be used: ");
    }
}
