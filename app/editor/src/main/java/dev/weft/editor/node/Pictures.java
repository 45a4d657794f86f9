package dev.weft.editor.node;

import dev.weft.editor.node.field.FileKind;
import dev.weft.editor.run.NodeRun;
import dev.weft.editor.run.Preview;
import dev.weft.editor.text.Texts;
import dev.weft.graph.json.JsonString;
import dev.weft.graph.json.JsonValue;
import dev.weft.graph.types.PortKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;

/// Which pictures a node shows.
final class Pictures {
    private static final Texts TEXTS = Texts.of(Pictures.class);
    private static final Pattern COUNT = Pattern.compile("(\\d+)×.*");
    private static final String INPUT = "image";
    private static final double NOT_RUN = 96;

    private Pictures() {}

    /// The pictures below y, or their place, or nothing.
    static Optional<PicturesBlock> of(NodeModel model, double x, double y, double width) {
        NodeRun run = model.run();
        boolean working = run.state() == NodeRun.State.RUNNING;
        List<Preview> previews = run.previews().stream()
                .filter(preview -> working || preview instanceof Preview.OfFile)
                .toList();
        OptionalInt reference = previews.size() > 1 ? model.surroundings().reference() : OptionalInt.empty();
        if (!previews.isEmpty()) {
            String progress =
                    working && run.steps() > 0 ? TEXTS.get("progress", text(run.step()), text(run.steps())) : "";
            double height = PicturesBlock.height(previews.size(), width);
            return Optional.of(new PicturesBlock(
                    new Rectangle2D(x, y, width, height),
                    previews,
                    PicturesBlock.columns(previews.size()),
                    reference,
                    "",
                    progress,
                    run.left().map(left -> TEXTS.get("left", seconds(left))).orElse("")));
        }
        Optional<Preview> input = input(model);
        if (input.isPresent()) {
            return Optional.of(new PicturesBlock(
                    new Rectangle2D(x, y, width, width), List.of(input.get()), 1, OptionalInt.empty(), "", "", ""));
        }
        if (!showsPictures(model)) {
            return Optional.empty();
        }
        int count = count(model);
        return switch (run.state()) {
            case WAITING, RUNNING ->
                Optional.of(place(
                        x,
                        y,
                        width,
                        PicturesBlock.height(count, width),
                        count == 1 ? TEXTS.get("to_come.one") : TEXTS.get("to_come", text(count))));
            case NOT_RUN ->
                Optional.of(
                        place(x, y, width, NOT_RUN, run.message().isEmpty() ? TEXTS.get("not_run") : run.message()));
            case IDLE, DONE, CACHED, FAILED -> Optional.empty();
        };
    }

    /// The picture that a node reads from a file, below the input folder.
    private static Optional<Preview> input(NodeModel model) {
        JsonValue name = model.node().parameters().get(INPUT);
        boolean reads = FileKind.of(model.node().type(), INPUT)
                .filter(FileKind.PICTURE::equals)
                .isPresent();
        if (!reads
                || model.linkedInputs().contains(INPUT)
                || !(name instanceof JsonString(String file))
                || file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Preview.OfFile(Path.of(file)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// A duration as it stands on a node: `8.9 s`.
    static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        if (seconds >= 100) {
            return TEXTS.get(
                    "minutes",
                    text(duration.toMinutesPart() + 60 * duration.toHours()),
                    text(duration.toSecondsPart()));
        }
        return TEXTS.get("seconds", String.format(Locale.getDefault(), "%.1f", seconds));
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static PicturesBlock place(double x, double y, double width, double height, String words) {
        return new PicturesBlock(
                new Rectangle2D(x, y, width, height), List.of(), 1, OptionalInt.empty(), words, "", "");
    }

    private static boolean showsPictures(NodeModel model) {
        return model.signature()
                .filter(type -> type.terminal()
                        && type.outputs().isEmpty()
                        && type.inputs().stream().anyMatch(port -> port.kind().equals(PortKind.IMAGE)))
                .isPresent();
    }

    private static int count(NodeModel model) {
        Matcher matcher = COUNT.matcher(model.shapes().getOrDefault("image", ""));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 1;
    }
}
