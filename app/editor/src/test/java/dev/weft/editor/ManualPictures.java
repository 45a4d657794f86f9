package dev.weft.editor;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Puts pictures that tests of the editor have kept into the user's manual, as PNGs of 256 colours, which are a
/// third as
/// large. The colours that fill most of a picture stay as they are; those of the rest are put together where
/// they are
/// alike (median cut). Run it from the project's folder, without compiling it first: `java` and the path of
/// this file.
final class ManualPictures {
    /// Names in the manual, and of what tests keep.
    private static final Map<String, String> PICTURES = Map.of(
            "main-dark", "manual-main-dark",
            "settings", "manual-settings-light",
            "search", "search-wire",
            "running", "manual-running-dark",
            "problems", "manual-problems-dark",
            "gallery", "gallery-dark",
            "start", "manual-start-dark");

    private static final int COLOURS = 256;
    private static final int KEPT = 96;

    private final Map<Integer, Integer> counts = new HashMap<>();

    /// How often a colour occurs.
    private record Colour(int rgb, int count) {
        int channel(int shift) {
            return rgb >> shift & 0xff;
        }
    }

    private ManualPictures() {}

    static void main() throws IOException {
        for (Map.Entry<String, String> picture : PICTURES.entrySet()) {
            write(
                    Path.of("app/editor/target/screens", picture.getValue() + ".png"),
                    Path.of("docs/images/editor", picture.getKey() + ".png"));
        }
    }

    /// Writes what a PNG shows to another.
    private static void write(Path from, Path file) throws IOException {
        BufferedImage picture = ImageIO.read(from.toFile());
        BufferedImage indexed = new ManualPictures().indexed(picture);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam hardest = writer.getDefaultWriteParam();
            hardest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            hardest.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed, null, null), hardest);
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage indexed(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        int[] palette = palette();
        byte[] indices = new byte[pixels.length];
        Map<Integer, Byte> known = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = known.computeIfAbsent(pixels[i] & 0xffffff, rgb -> nearest(palette, rgb));
        }
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        result.getRaster().setDataElements(0, 0, width, height, indices);
        return result;
    }

    private int[] palette() {
        List<Colour> all = counts.entrySet().stream()
                .map(entry -> new Colour(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Colour::count).reversed())
                .toList();
        int kept = all.size() <= COLOURS ? all.size() : KEPT;
        List<Integer> palette =
                new ArrayList<>(all.subList(0, kept).stream().map(Colour::rgb).toList());
        List<List<Colour>> boxes = new ArrayList<>();
        if (kept < all.size()) {
            boxes.add(all.subList(kept, all.size()));
        }
        while (!boxes.isEmpty() && palette.size() + boxes.size() < COLOURS) {
            List<Colour> widest = boxes.stream()
                    .max(Comparator.comparingDouble(box -> spread(box, channel(box))))
                    .orElseThrow();
            boxes.remove(widest);
            List<Colour> sorted = new ArrayList<>(widest);
            int channel = channel(widest);
            sorted.sort(Comparator.comparingInt(colour -> colour.channel(channel)));
            boxes.add(List.copyOf(sorted.subList(0, sorted.size() / 2)));
            boxes.add(List.copyOf(sorted.subList(sorted.size() / 2, sorted.size())));
        }
        boxes.forEach(box -> palette.add(mean(box)));
        return palette.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int channel(List<Colour> box) {
        return List.of(16, 8, 0).stream()
                .max(Comparator.comparingDouble(channel -> spread(box, channel)))
                .orElseThrow();
    }

    /// How far the colours of a box lie apart in a channel, seen over all their pixels; nothing for one colour.
    private static double spread(List<Colour> box, int channel) {
        if (box.size() < 2) {
            return -1;
        }
        double mean = weighted(box, channel);
        return box.stream()
                .mapToDouble(colour -> Math.pow(colour.channel(channel) - mean, 2) * Math.sqrt(colour.count()))
                .sum();
    }

    private static double weighted(List<Colour> box, int channel) {
        double sum = 0;
        double count = 0;
        for (Colour colour : box) {
            sum += (double) colour.channel(channel) * colour.count();
            count += colour.count();
        }
        return sum / count;
    }

    private static int mean(List<Colour> box) {
        return (int) Math.round(weighted(box, 16)) << 16
                | (int) Math.round(weighted(box, 8)) << 8
                | (int) Math.round(weighted(box, 0));
    }

    private static byte nearest(int[] palette, int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 0xff) - (rgb >> 16 & 0xff);
            int green = (palette[i] >> 8 & 0xff) - (rgb >> 8 & 0xff);
            int blue = (palette[i] & 0xff) - (rgb & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return (byte) best;
    }
}
