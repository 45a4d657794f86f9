package dev.weft.editor.start;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import dev.weft.editor.start.Template.Picture;
import dev.weft.runtime.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The examples that come with Weft, in the order in which they are good to try.
@Singleton
final class Templates {
    private static final String ENDING = ".weft.json";
    private static final int SHOWN = 4;

    private final Path examples;
    private final Path images;
    private final List<Template> all;

    @Inject
    Templates(Installation installation) {
        examples = installation.home().resolve("examples");
        images = installation.home().resolve("docs").resolve("images");
        List<Picture> aligned = files("style-aligned");
        all = List.of(
                        template("style-aligned", aligned),
                        template("invert", row("invert", 0)),
                        template("controlnet", pairs("controlnet")),
                        template("image-to-image", pairs("image-to-image")),
                        template("continue-style", row("continue-style", 0)),
                        template("two-references", row("two-references", 0)),
                        template("lora-style-aligned", row("lora", 1)),
                        template("panorama", List.of(new Picture(picture("panorama"), 0, 0, true))),
                        template("inpaint", row("inpaint", 1).subList(0, 3)),
                        template("plain", files("plain")),
                        template("save-style", aligned),
                        template("style-score", aligned),
                        template("lora", row("lora", 0)),
                        template(
                                "panorama-from-style",
                                List.of(new Picture(picture("panorama-from-style"), 0, 0, true))),
                        template("prompts", List.of()))
                .stream()
                .filter(template -> Files.exists(template.file()))
                .toList();
    }

    List<Template> all() {
        return all;
    }

    private Template template(String id, List<Picture> pictures) {
        return new Template(id, examples.resolve(id + ENDING), pictures);
    }

    private List<Picture> files(String name) {
        return IntStream.rangeClosed(1, SHOWN)
                .mapToObj(number -> new Picture(images.resolve(name + "-" + number + ".png"), 0, 0, false))
                .toList();
    }

    private List<Picture> row(String name, int row) {
        return IntStream.range(0, SHOWN)
                .mapToObj(column -> new Picture(picture(name), column, row, false))
                .toList();
    }

    /// What was given and what was made of it, side by side.
    private List<Picture> pairs(String name) {
        List<Picture> pictures = new ArrayList<>();
        for (int column = 0; column < SHOWN / 2; column++) {
            pictures.add(new Picture(picture(name), column, 0, false));
            pictures.add(new Picture(picture(name), column, 1, false));
        }
        return pictures;
    }

    private Path picture(String name) {
        return images.resolve("gallery").resolve(name + ".png");
    }
}
