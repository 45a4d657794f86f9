package dev.weft.models.onnx;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of residuals: what a ControlNet gives and a U-Net takes, one tensor for each skip connection and one
/// for the mid block.
///
/// Exporters agree on no names (`down_block_0`, `down_block_res_samples.0`, `down00`, …), but all say which belong to
/// the down blocks and which to the mid block, and number the former in the order of the network.
///
/// @param down those of the down blocks, first the one nearest to the input
/// @param mid that of the mid block
public record ResidualPorts(List<String> down, String mid) {
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,6})\\D*$");

    /// Takes a copy of `down`.
    public ResidualPorts {
        down = List.copyOf(down);
    }

    /// Whether a port is a residual by its name.
    public static boolean isResidual(String name) {
        return isDown(name) || isMid(name);
    }

    /// Finds the residuals among the names of ports; nothing unless there are some of both kinds.
    public static Optional<ResidualPorts> among(Collection<String> names) {
        List<String> found = names.stream().filter(ResidualPorts::isDown).toList();
        Optional<String> middle =
                names.stream().filter(name -> isMid(name) && !isDown(name)).findFirst();
        if (found.isEmpty() || middle.isEmpty()) {
            return Optional.empty();
        }
        boolean numbered = found.stream().allMatch(name -> number(name).isPresent());
        List<String> ordered = numbered
                ? found.stream()
                        .sorted(Comparator.comparingInt(name -> number(name).orElse(0)))
                        .toList()
                : found;
        return Optional.of(new ResidualPorts(ordered, middle.get()));
    }

    /// The down blocks', then the mid block's.
    public List<String> inOrder() {
        return Stream.concat(down.stream(), Stream.of(mid)).toList();
    }

    private static boolean isDown(String name) {
        return name.toLowerCase(Locale.ROOT).contains("down");
    }

    private static boolean isMid(String name) {
        return name.toLowerCase(Locale.ROOT).contains("mid");
    }

    private static OptionalInt number(String name) {
        Matcher number = LAST_NUMBER.matcher(name);
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }
}
