package dev.weft.models.lora;

import dev.weft.models.onnx.ModuleName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translates the names that layers have in the original Stable Diffusion code, which kohya keeps for SDXL, to
/// those of diffusers: there the blocks of one half are numbered through, here they are grouped by resolution.
///
/// The correspondence is that of diffusers' conversion of checkpoints: with L residual blocks a resolution,
/// input block n ≥ 1 is layer (n−1) mod (L+1) of down block (n−1) div (L+1), where layer L is the downsampler,
/// and output block n is layer n mod (L+1) of up block n div (L+1).
final class OriginalNames {
    private static final Pattern BLOCK = Pattern.compile("^(input|output)_blocks_(\\d{1,4})_(\\d)_(.+)$");
    private static final Pattern MIDDLE = Pattern.compile("^middle_block_([012])_(.+)$");
    private static final Pattern RESNET = Pattern.compile("^down_blocks_0_resnets_(\\d{1,4})_.*");
    private static final int USUAL_LAYERS = 2;

    private static final Map<String, String> RESIDUAL = Map.of(
            "in_layers_2", "conv1",
            "emb_layers_1", "time_emb_proj",
            "out_layers_3", "conv2",
            "skip_connection", "conv_shortcut");

    private static final Map<String, String> SINGLE = Map.of(
            "input_blocks_0_0", "conv_in",
            "out_2", "conv_out",
            "time_embed_0", "time_embedding_linear_1",
            "time_embed_2", "time_embedding_linear_2",
            "label_emb_0_0", "add_embedding_linear_1",
            "label_emb_0_2", "add_embedding_linear_2");

    private final int layers;

    /// @param modules the layers of the network in the names of diffusers
    OriginalNames(Collection<ModuleName> modules) {
        this.layers = modules.stream()
                .map(module -> RESNET.matcher(module.flat()))
                .filter(Matcher::matches)
                .mapToInt(resnet -> Integer.parseInt(resnet.group(1)) + 1)
                .max()
                .orElse(USUAL_LAYERS);
    }

    /// The name in diffusers; nothing if this is no name of the original code.
    Optional<ModuleName> translate(ModuleName original) {
        String flat = original.flat();
        Matcher block = BLOCK.matcher(flat);
        Matcher middle = MIDDLE.matcher(flat);
        if (SINGLE.containsKey(flat)) {
            return Optional.ofNullable(SINGLE.get(flat)).map(ModuleName::new);
        }
        if (middle.matches()) {
            int place = Integer.parseInt(middle.group(1));
            return place == 1
                    ? Optional.of(new ModuleName("mid_block_attentions_0_" + middle.group(2)))
                    : residual("mid_block_resnets_" + place / 2, middle.group(2));
        }
        if (!block.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(block.group(2));
        int place = Integer.parseInt(block.group(3));
        return block.group(1).equals("input")
                ? input(number, place, block.group(4))
                : output(number, place, block.group(4));
    }

    private Optional<ModuleName> input(int number, int place, String rest) {
        if (number == 0) {
            return Optional.empty();
        }
        int group = (number - 1) / (layers + 1);
        int layer = (number - 1) % (layers + 1);
        if (layer == layers) {
            return rest.equals("op")
                    ? Optional.of(new ModuleName("down_blocks_" + group + "_downsamplers_0_conv"))
                    : Optional.empty();
        }
        return place == 0
                ? residual("down_blocks_" + group + "_resnets_" + layer, rest)
                : Optional.of(new ModuleName("down_blocks_" + group + "_attentions_" + layer + "_" + rest));
    }

    private Optional<ModuleName> output(int number, int place, String rest) {
        int group = number / (layers + 1);
        int layer = number % (layers + 1);
        if (place == 0) {
            return residual("up_blocks_" + group + "_resnets_" + layer, rest);
        }
        return Optional.of(new ModuleName(
                rest.equals("conv")
                        ? "up_blocks_" + group + "_upsamplers_0_conv"
                        : "up_blocks_" + group + "_attentions_" + layer + "_" + rest));
    }

    private static Optional<ModuleName> residual(String block, String rest) {
        return Optional.ofNullable(RESIDUAL.get(rest)).map(name -> new ModuleName(block + "_" + name));
    }
}
