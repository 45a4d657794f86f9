package dev.weft.models.style;

import dev.weft.models.safetensors.Safetensors;
import dev.weft.models.safetensors.SafetensorsException;
import dev.weft.models.safetensors.SafetensorsTensor;
import dev.weft.models.sampling.Moment;
import dev.weft.models.text.Conditioning;
import dev.weft.models.text.Pooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads one `.style` file.
final class StyleReader {
    private static final int MOST_REFERENCES = 256;
    private static final int MOST_STEPS = 100_000;
    private static final long LARGEST_SIZE = 1 << 20;
    private static final int LONGEST_QUOTE = 40;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String source;
    private final Safetensors content;

    StyleReader(String source, Safetensors content) {
        this.source = source;
        this.content = content;
    }

    Style read() throws StyleFormatException, SafetensorsException {
        if (!StyleFile.FORMAT_NAME.equals(content.metadata().get(StyleFile.FORMAT))) {
            throw new StyleFormatException(
                    source, "is a safetensors file, but no style; choose one that Save Style wrote.");
        }
        int version = whole(StyleFile.VERSION, 1, Integer.MAX_VALUE);
        if (version > StyleFile.CURRENT_VERSION) {
            throw new StyleFormatException(
                    source,
                    "has the format version " + version + ", but this Weft reads only up to "
                            + StyleFile.CURRENT_VERSION + "; update Weft.");
        }
        StyleOrigin origin = new StyleOrigin(
                text(StyleFile.MODEL),
                text(StyleFile.MODEL_IDENTITY),
                text(StyleFile.LORAS),
                whole(StyleFile.STEPS, 1, MOST_STEPS));
        List<StyleReference> references = new ArrayList<>();
        int count = whole(StyleFile.REFERENCES, 1, MOST_REFERENCES);
        try {
            for (int i = 0; i < count; i++) {
                references.add(reference(new ReferenceKeys(i)));
            }
            return new Style(origin, references);
        } catch (IllegalArgumentException e) {
            // The parts say in a sentence what does not fit together.
            throw new StyleFormatException(source, "is damaged: " + e.getMessage());
        }
    }

    private StyleReference reference(ReferenceKeys keys) throws StyleFormatException, SafetensorsException {
        Trajectory trajectory = trajectory(keys);
        Conditioning positive = prompt(keys.positive());
        Conditioning negative = prompt(keys.negative());
        if (positive.width() != negative.width()
                || positive.pooled().isPresent() != negative.pooled().isPresent()) {
            throw damaged(keys.negative(), "is not encoded as " + keys.positive() + " is");
        }
        return new StyleReference(
                trajectory,
                positive,
                negative,
                text(keys.prompt()),
                decimal(keys.guidance()),
                decimal(keys.weight()),
                text(keys.credits()),
                thumbnail(keys.thumbnail()));
    }

    private Trajectory trajectory(ReferenceKeys keys) throws StyleFormatException, SafetensorsException {
        float[] timesteps = floats(keys.timesteps(), 1);
        long[] steps = content.tensor(keys.steps()).longs();
        if (steps.length != timesteps.length || Arrays.stream(steps).anyMatch(step -> step < 0 || step > MOST_STEPS)) {
            throw damaged(keys.steps(), "does not say the step of each of " + timesteps.length + " timesteps");
        }
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            moments.add(new Moment((int) steps[i], timesteps[i]));
        }
        float[] values = floats(keys.trajectory(), 4);
        long[] shape = content.tensor(keys.trajectory()).shape();
        if (shape[0] != moments.size() + 1L) {
            throw damaged(keys.trajectory(), "holds " + shape[0] + " latents for " + moments.size() + " timesteps");
        }
        int offset = whole(keys.offset(), 0, moments.size() - 1);
        return new Trajectory(moments, offset, (int) shape[1], (int) shape[2], (int) shape[3], values);
    }

    private Conditioning prompt(String name) throws StyleFormatException, SafetensorsException {
        float[] states = floats(name, 2);
        long[] shape = content.tensor(name).shape();
        String pooledName = ReferenceKeys.pooled(name);
        Optional<Pooled> pooled = Optional.empty();
        if (content.tensors().containsKey(pooledName)) {
            float[] vector = floats(pooledName, 1);
            pooled = Optional.of(new Pooled(1, vector.length, vector));
        }
        return new Conditioning(1, (int) shape[0], (int) shape[1], states, pooled);
    }

    private float[] floats(String name, int rank) throws StyleFormatException, SafetensorsException {
        SafetensorsTensor tensor = content.tensor(name).requireFinite();
        long[] shape = tensor.shape();
        if (shape.length != rank || Arrays.stream(shape).anyMatch(size -> size < 1 || size > LARGEST_SIZE)) {
            throw damaged(name, "has the shape " + Arrays.toString(shape) + ", but needs " + rank + " sizes above 0");
        }
        return tensor.floats();
    }

    private Thumbnail thumbnail(String key) throws StyleFormatException {
        String url = content.metadata().get(key);
        if (url == null) {
            return Thumbnail.NONE;
        }
        try {
            byte[] png = Base64.getDecoder()
                    .decode(url.startsWith(StyleFile.PNG_URL) ? url.substring(StyleFile.PNG_URL.length()) : "-");
            if (Arrays.mismatch(png, PNG_SIGNATURE) >= PNG_SIGNATURE.length) {
                return Thumbnail.of(png);
            }
        } catch (IllegalArgumentException e) {
            throw damaged(key, "is no PNG picture in base64 (" + e.getMessage() + ")");
        }
        throw damaged(key, "is no PNG picture");
    }

    private String text(String key) throws StyleFormatException {
        String value = content.metadata().get(key);
        if (value == null) {
            throw damaged(key, "is missing");
        }
        return value;
    }

    private int whole(String key, int least, int most) throws StyleFormatException {
        String value = text(key);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw damaged(key, "is " + quoted(value) + " in place of a whole number from " + least + " to " + most);
    }

    private double decimal(String key) throws StyleFormatException {
        String value = text(key);
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw damaged(key, "is " + quoted(value) + " in place of a number");
    }

    private static String quoted(String value) {
        boolean plain = value.length() <= LONGEST_QUOTE && value.chars().noneMatch(Character::isISOControl);
        return plain ? "'" + value + "'" : "a text of " + value.length() + " letters";
    }

    private StyleFormatException damaged(String what, String problem) {
        return new StyleFormatException(source, "is damaged: its " + what + " " + problem + "; save it anew.");
    }
}
