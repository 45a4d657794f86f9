package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.ImageBatch;
import dev.weft.models.metrics.Similarity;
import dev.weft.models.metrics.TextAlignment;
import dev.weft.nodes.stylealigned.score.Lettering.Anchor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/// Draws a report: how alike each two pictures are as a matrix of coloured cells, with the pictures along its sides,
/// the scores of the set above and those of each picture beside it.
final class MatrixPicture {
    private static final int TITLE_SIZE = 20;
    private static final int LEGEND_WIDTH = 220;
    private static final int LEGEND_HEIGHT = 12;

    private final ScoreReport report;
    private final Similarity similarity;
    private final List<Thumbnail> thumbnails;
    private final List<String> labels;

    MatrixPicture(ScoreReport report, List<Thumbnail> thumbnails) {
        this.report = report;
        this.similarity = report.score().consistency();
        this.thumbnails = List.copyOf(thumbnails);
        this.labels = report.score().alignment().map(TextAlignment::texts).orElse(report.names());
    }

    /// The picture, a batch of one.
    ImageBatch draw() {
        BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D measuring = probe.createGraphics();
        MatrixLayout layout = MatrixLayout.of(report, labels, new Lettering(measuring));
        measuring.dispose();
        int pixels = layout.pixels();
        BufferedImage image =
                new BufferedImage(layout.width() * pixels, layout.height() * pixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(ColourScale.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(pixels, pixels);
        Lettering lettering = new Lettering(graphics);
        head(lettering, layout);
        rim(graphics, lettering, layout);
        cells(graphics, lettering, layout);
        columns(lettering, layout);
        legend(graphics, lettering, layout);
        graphics.dispose();
        return batch(image);
    }

    private void head(Lettering lettering, MatrixLayout layout) {
        int line = MatrixLayout.MARGIN + TITLE_SIZE / 2;
        String title = "Set consistency " + two(similarity.mean());
        lettering.write(title, MatrixLayout.MARGIN, line, TITLE_SIZE, true, ColourScale.INK, Anchor.LEFT);
        faint(
                lettering,
                report.title() + ": mean cosine (DINO) of the " + similarity.pairs()
                        + (similarity.pairs() == 1 ? " pair of " : " pairs of ") + similarity.count() + " pictures",
                line + TITLE_SIZE + 2,
                layout);
        report.score()
                .alignment()
                .ifPresent(alignment -> faint(
                        lettering,
                        "Text alignment " + two(alignment.mean()) + " (CLIP); " + alignment.recognisedCount() + " of "
                                + similarity.count() + " fit their own prompt best",
                        line + 2 * TITLE_SIZE + 2,
                        layout));
    }

    private static void faint(Lettering lettering, String text, int middle, MatrixLayout layout) {
        int size = MatrixLayout.LABEL_SIZE;
        String fitting = lettering.shortened(text, size, layout.width() - 2 * MatrixLayout.MARGIN);
        lettering.write(fitting, MatrixLayout.MARGIN, middle, size, false, ColourScale.FAINT_INK, Anchor.LEFT);
    }

    private void rim(Graphics2D graphics, Lettering lettering, MatrixLayout layout) {
        int size = MatrixLayout.LABEL_SIZE;
        int gap = MatrixLayout.GAP;
        for (int i = 0; i < layout.count(); i++) {
            int down = layout.top() + i * layout.cell();
            int across = layout.left() + i * layout.cell();
            if (layout.pictured()) {
                picture(graphics, thumbnails.get(i), layout.left() - gap - layout.cell(), down, layout.cell());
                picture(graphics, thumbnails.get(i), across, layout.top() - gap - layout.cell(), layout.cell());
            }
            if (layout.lettered()) {
                int middle = layout.top() - layout.rim() - size / 2 - 2;
                String number = Integer.toString(i + 1);
                lettering.write(
                        number,
                        across + layout.cell() / 2,
                        middle,
                        size - 2,
                        false,
                        ColourScale.FAINT_INK,
                        Anchor.CENTRE);
                String label = lettering.shortened(labels.get(i), size, layout.labels());
                lettering.write(
                        label,
                        layout.left() - layout.rim() - gap,
                        down + layout.cell() / 2,
                        size,
                        false,
                        ColourScale.INK,
                        Anchor.RIGHT);
            }
        }
    }

    private static void picture(Graphics2D graphics, Thumbnail thumbnail, int x, int y, int cell) {
        int room = cell - 2;
        BufferedImage image = thumbnail.image();
        int longest = Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, image.getWidth() * room / longest);
        int height = Math.max(1, image.getHeight() * room / longest);
        graphics.drawImage(image, x + 1 + (room - width) / 2, y + 1 + (room - height) / 2, width, height, null);
    }

    private void cells(Graphics2D graphics, Lettering lettering, MatrixLayout layout) {
        int cell = layout.cell();
        int line = cell >= 8 ? 1 : 0;
        for (int row = 0; row < layout.count(); row++) {
            for (int column = 0; column < layout.count(); column++) {
                int x = layout.left() + column * cell;
                int y = layout.top() + row * cell;
                double cosine = similarity.at(row, column);
                Color ground = row == column ? ColourScale.BLANK : ColourScale.of(cosine);
                graphics.setColor(ground);
                graphics.fillRect(x, y, cell - line, cell - line);
                if (layout.numbered() && row != column) {
                    lettering.write(
                            two(cosine),
                            x + cell / 2,
                            y + cell / 2,
                            MatrixLayout.LABEL_SIZE,
                            false,
                            ColourScale.inkOn(ground),
                            Anchor.CENTRE);
                }
            }
        }
    }

    private void columns(Lettering lettering, MatrixLayout layout) {
        if (!layout.lettered()) {
            return;
        }
        int size = MatrixLayout.LABEL_SIZE;
        int first = layout.left() + layout.side() + MatrixLayout.GAP + MatrixLayout.COLUMN / 2;
        int second = first + MatrixLayout.COLUMN;
        int heading = layout.top() - MatrixLayout.GAP - size / 2;
        heading(lettering, "to the", "others", first, heading);
        if (layout.aligned()) {
            heading(lettering, "to its", "prompt", second, heading);
        }
        for (int i = 0; i < layout.count(); i++) {
            int middle = layout.top() + i * layout.cell() + layout.cell() / 2;
            lettering.write(two(similarity.mean(i)), first, middle, size, true, ColourScale.INK, Anchor.CENTRE);
            if (report.score().alignment().isPresent()) {
                double cosine = report.score().alignment().get().cosines().get(i);
                lettering.write(two(cosine), second, middle, size, false, ColourScale.INK, Anchor.CENTRE);
            }
        }
    }

    private static void heading(Lettering lettering, String above, String below, int x, int middle) {
        int size = MatrixLayout.LABEL_SIZE - 1;
        lettering.write(above, x, middle - size - 3, size, false, ColourScale.FAINT_INK, Anchor.CENTRE);
        lettering.write(below, x, middle, size, false, ColourScale.FAINT_INK, Anchor.CENTRE);
    }

    private static void legend(Graphics2D graphics, Lettering lettering, MatrixLayout layout) {
        int x = layout.left();
        int y = layout.top() + layout.side() + MatrixLayout.FOOT / 2 - LEGEND_HEIGHT / 2;
        for (int i = 0; i < LEGEND_WIDTH; i++) {
            graphics.setColor(ColourScale.of(-0.5 + 1.5 * i / (LEGEND_WIDTH - 1)));
            graphics.fillRect(x + i, y, 1, LEGEND_HEIGHT);
        }
        int size = MatrixLayout.LABEL_SIZE - 2;
        int middle = y + LEGEND_HEIGHT + size;
        for (int tick = 0; tick <= 3; tick++) {
            int at = x + tick * (LEGEND_WIDTH - 1) / 3;
            String text = List.of("-0.5", "0 unlike", "0.5", "1 alike").get(tick);
            lettering.write(text, at, middle, size, false, ColourScale.FAINT_INK, Anchor.CENTRE);
        }
    }

    private static String two(double cosine) {
        String text = String.format(Locale.ROOT, "%.2f", cosine);
        return text.equals("-0.00") ? "0.00" : text;
    }

    private static ImageBatch batch(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] rgb = new float[ImageBatch.CHANNELS * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = image.getRGB(x, y);
                for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
                    rgb[(channel * height + y) * width + x] = ((colour >> (16 - 8 * channel)) & 0xff) / 255f;
                }
            }
        }
        return new ImageBatch(1, height, width, rgb);
    }
}
