package dev.weft.models.metrics;

import dev.weft.models.config.ConfigException;
import dev.weft.models.config.ConfigFile;
import dev.weft.models.image.ImageBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How a picture is made ready for a model: scaled, cut, and its channels shifted and divided.
///
/// @param height of what the model is given, in pixels
/// @param width of what the model is given, in pixels
/// @param shortestEdge what the picture's shorter side is scaled to before its middle is cut out; without it the
///     picture is scaled to height and width, whatever its own proportions
/// @param resampling how it is scaled
/// @param mean what is taken from red, green and blue of 0…1
/// @param deviation what they are divided by then
record Preprocessing(
        int height,
        int width,
        OptionalInt shortestEdge,
        Resampling resampling,
        List<Double> mean,
        List<Double> deviation) {
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
    /// Pillow's number of bilinear resampling; the other that models use is 3, bicubic.
    private static final int BILINEAR = 2;

    private static final int BICUBIC = 3;

    Preprocessing {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
    }

    /// The middle square at the model's size, in −1…1, as the judges of the starter model were trained.
    static Preprocessing signed(int height, int width) {
        return new Preprocessing(
                height, width, OptionalInt.of(Math.max(height, width)), Resampling.BICUBIC, HALF, HALF);
    }

    /// Reads a `preprocessor_config.json` of the transformers library.
    ///
    /// @throws ConfigException if an entry is missing or makes no sense
    static Preprocessing read(ConfigFile config) throws ConfigException {
        Sides size = sides(config, "size");
        boolean crops = !Boolean.FALSE.equals(config.entries().get("do_center_crop"))
                && config.entries().get("crop_size") != null;
        Sides crop = crops ? sides(config, "crop_size") : size;
        boolean byEdge = size.edge() || (crops && config.entries().get("size") instanceof Number);
        if (!crops && size.edge()) {
            throw wrong(config, "size", "has to name height and width where nothing is cut out");
        }
        return new Preprocessing(
                crop.height(),
                crop.width(),
                byEdge ? OptionalInt.of(size.height()) : OptionalInt.empty(),
                resampling(config),
                channels(config, "image_mean"),
                channels(config, "image_std"));
    }

    private record Sides(int height, int width, boolean edge) {}

    private static Sides sides(ConfigFile config, String key) throws ConfigException {
        Object value = config.entries().get(key);
        Optional<Integer> one = side(value);
        if (one.isPresent()) {
            return new Sides(one.get(), one.get(), false);
        }
        if (value instanceof Map<?, ?> map) {
            Optional<Integer> edge = side(map.get("shortest_edge"));
            if (edge.isPresent()) {
                return new Sides(edge.get(), edge.get(), true);
            }
            Optional<Integer> height = side(map.get("height"));
            Optional<Integer> width = side(map.get("width"));
            if (height.isPresent() && width.isPresent()) {
                return new Sides(height.get(), width.get(), false);
            }
        }
        throw wrong(config, key, "has to be a number of pixels, or an object with shortest_edge or height and width");
    }

    private static Optional<Integer> side(@Nullable Object value) {
        return value instanceof Integer pixels && pixels >= 1 && pixels <= 4096
                ? Optional.of(pixels)
                : Optional.empty();
    }

    private static Resampling resampling(ConfigFile config) throws ConfigException {
        int number = config.count("resample").orElse(BICUBIC);
        return switch (number) {
            case BILINEAR -> Resampling.BILINEAR;
            case BICUBIC -> Resampling.BICUBIC;
            default -> throw wrong(config, "resample", "has to be 2 (bilinear) or 3 (bicubic)");
        };
    }

    private static List<Double> channels(ConfigFile config, String key) throws ConfigException {
        List<?> values = config.list(key);
        boolean numbers = values.stream()
                .allMatch(value -> value instanceof Number number
                        && Double.isFinite(number.doubleValue())
                        && (number.doubleValue() > 0 || key.equals("image_mean")));
        if (values.size() != ImageBatch.CHANNELS || !numbers) {
            throw wrong(config, key, "has to be a list of three numbers");
        }
        return values.stream().map(value -> ((Number) value).doubleValue()).toList();
    }

    private static ConfigException wrong(ConfigFile config, String key, String demand) {
        return new ConfigException("The entry " + key + " of " + config.file() + " " + demand + ", but is "
                + config.entries().get(key) + "; copy the file from the original model.");
    }

    /// Makes one picture of a batch ready: `[3, height, width]`, row-major.
    float[] apply(ImageBatch pictures, int index) {
        int scaledHeight = height;
        int scaledWidth = width;
        if (shortestEdge.isPresent()) {
            // The longer side is cut to whole pixels, as the transformers library does.
            int edge = shortestEdge.getAsInt();
            int shorter = Math.min(pictures.height(), pictures.width());
            scaledHeight = Math.max(height, Math.toIntExact((long) edge * pictures.height() / shorter));
            scaledWidth = Math.max(width, Math.toIntExact((long) edge * pictures.width() / shorter));
        }
        float[] ready = new float[ImageBatch.CHANNELS * height * width];
        int plane = pictures.height() * pictures.width();
        int top = (scaledHeight - height) / 2;
        int left = (scaledWidth - width) / 2;
        for (int channel = 0; channel < ImageBatch.CHANNELS; channel++) {
            float[] source = new float[plane];
            System.arraycopy(pictures.rgb(), (index * ImageBatch.CHANNELS + channel) * plane, source, 0, plane);
            float[] scaled = resampling.scale(source, pictures.height(), pictures.width(), scaledHeight, scaledWidth);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double value = scaled[(top + y) * scaledWidth + left + x];
                    ready[(channel * height + y) * width + x] =
                            (float) ((value - mean.get(channel)) / deviation.get(channel));
                }
            }
        }
        return ready;
    }
}
