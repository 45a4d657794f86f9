package dev.weft.models.onnx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a layer in a form in which the spellings of exporters and of training programs are equal: words
/// joined by `_`, from the part on that tells one layer of a network from another.
///
/// `/unet/down_blocks.0/attentions.0/proj_in`, `down_blocks.0.attentions.0.proj_in` and
/// `down_blocks_0_attentions_0_proj_in` are one name, and so are `text_model.encoder.layers.0.mlp.fc1` and
/// `layers.0.mlp.fc1`.
///
/// @param flat the name
public record ModuleName(String flat) {
    private static final Pattern BEGINNING = Pattern.compile("(?:^|_)((?:down_blocks|mid_block|up_blocks|input_blocks"
            + "|middle_block|output_blocks|layers|time_embedding|add_embedding|time_embed|label_emb|conv_in|conv_out"
            + "|text_projection)(?:_.*)?)$");

    /// The layer of that path, whose parts are joined by `.`, `/` or `_`.
    public static ModuleName of(String path) {
        String flat = path.replace('.', '_').replace('/', '_');
        Matcher beginning = BEGINNING.matcher(flat);
        return new ModuleName(beginning.find() ? beginning.group(1) : flat);
    }

    /// The part called `name` of this layer.
    ModuleName part(String name) {
        return new ModuleName(flat + "_" + name);
    }

    @Override
    public String toString() {
        return flat;
    }
}
