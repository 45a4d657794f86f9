package dev.weft.models.onnx;

import static dev.weft.models.onnx.OneLayerModel.CHANNELS;
import static dev.weft.models.onnx.OneLayerModel.HEADS;
import static dev.weft.models.onnx.OneLayerModel.HEAD_SIZE;

import java.util.Arrays;

/// StyleAligned's attention in plain loops and double precision, straight from the formulas of the paper and what the
/// authors' code does with each option. It shares no code with the rewrites.
final class ReferenceAttention {
    private final OneLayerModel model;
    private final UNetStructure structure;
    private final int rows;
    private final int tokens;

    ReferenceAttention(OneLayerModel model, UNetStructure structure, int rows, int tokens) {
        this.model = model;
        this.structure = structure;
        this.rows = rows;
        this.tokens = tokens;
    }

    /// Attention of each row to itself and its reference.
    ///
    /// @param input `[rows, tokens, C]`
    /// @param references for each row its reference
    /// @param scales for each row the factor on reference keys
    /// @param shifts for each row the addend to reference logits
    /// @return `[rows, tokens, C]`
    double[] shared(double[] input, int[] references, double[] scales, double[] shifts) {
        double[] full = new double[rows];
        Arrays.fill(full, 1);
        return shared(input, new int[][] {references}, scales, new double[][] {shifts}, new double[][] {full});
    }

    /// Attention of each row to itself and several references.
    ///
    /// @param input `[rows, tokens, C]`
    /// @param references for each reference and row the row referred to
    /// @param scales for each row the factor on reference keys
    /// @param shifts for each reference and row the addend to the reference's logits
    /// @param shares for each reference and row how much of the reference's statistics is taken; the rest is
    ///     the row's
    /// @return `[rows, tokens, C]`
    double[] shared(double[] input, int[][] references, double[] scales, double[][] shifts, double[][] shares) {
        double[] query = project(input, 0);
        double[] key = project(input, 1);
        double[] value = project(input, 2);
        query = structure.adainQueries() ? adain(query, references, shares) : query;
        key = structure.adainKeys() ? adain(key, references, shares) : key;
        value = structure.adainValues() ? adain(value, references, shares) : value;
        double[] output = new double[input.length];
        int seen = structure.shareAttention() ? (references.length + 1) * tokens : tokens;
        for (int place = 0; place < rows * tokens; place++) {
            int row = place / tokens;
            for (int head = 0; head < HEADS; head++) {
                double[] logits = new double[seen];
                int[] places = new int[seen];
                for (int other = 0; other < seen; other++) {
                    int which = other / tokens - 1;
                    int source = which < 0 ? row : references[which][row];
                    double scale = structure.scale() && source != row ? scales[row] : 1;
                    double shift = structure.shift() && which >= 0 ? shifts[which][row] : 0;
                    places[other] = source * tokens + other % tokens;
                    logits[other] =
                            product(query, place, key, places[other], head) * scale * OneLayerModel.SCALE + shift;
                }
                mix(output, place, logits, places, value, head);
            }
        }
        return output;
    }

    /// All rows of a group as one sequence.
    double[] joined(double[] input, int groups) {
        double[] query = project(input, 0);
        double[] key = project(input, 1);
        double[] value = project(input, 2);
        double[] output = new double[input.length];
        int seen = rows / groups * tokens;
        for (int place = 0; place < rows * tokens; place++) {
            int first = place / seen * seen;
            for (int head = 0; head < HEADS; head++) {
                double[] logits = new double[seen];
                int[] places = new int[seen];
                for (int other = 0; other < seen; other++) {
                    places[other] = first + other;
                    logits[other] = product(query, place, key, places[other], head) * OneLayerModel.SCALE;
                }
                mix(output, place, logits, places, value, head);
            }
        }
        return output;
    }

    private double[] project(double[] input, int projection) {
        double[] weight = model.weight(projection);
        double[] result = new double[input.length];
        for (int place = 0; place < rows * tokens; place++) {
            for (int to = 0; to < CHANNELS; to++) {
                for (int from = 0; from < CHANNELS; from++) {
                    result[place * CHANNELS + to] += input[place * CHANNELS + from] * weight[from * CHANNELS + to];
                }
            }
        }
        return result;
    }

    private double[] adain(double[] values, int[][] references, double[][] shares) {
        double[] result = new double[values.length];
        for (int row = 0; row < rows; row++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                double own = 1;
                double styleMean = 0;
                double styleDeviation = 0;
                for (int which = 0; which < references.length; which++) {
                    double share = shares[which][row];
                    own -= share;
                    styleMean += share * mean(values, references[which][row], channel);
                    styleDeviation += share * deviation(values, references[which][row], channel);
                }
                double mean = mean(values, row, channel);
                double deviation = deviation(values, row, channel);
                styleMean += own * mean;
                styleDeviation += own * deviation;
                for (int token = 0; token < tokens; token++) {
                    int index = (row * tokens + token) * CHANNELS + channel;
                    result[index] = (values[index] - mean) / deviation * styleDeviation + styleMean;
                }
            }
        }
        return result;
    }

    private double mean(double[] values, int row, int channel) {
        double sum = 0;
        for (int token = 0; token < tokens; token++) {
            sum += values[(row * tokens + token) * CHANNELS + channel];
        }
        return sum / tokens;
    }

    private double deviation(double[] values, int row, int channel) {
        double mean = mean(values, row, channel);
        double squares = 0;
        for (int token = 0; token < tokens; token++) {
            double distance = values[(row * tokens + token) * CHANNELS + channel] - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / (tokens - 1) + 1e-5);
    }

    private static double product(double[] query, int from, double[] key, int to, int head) {
        double sum = 0;
        for (int channel = head * HEAD_SIZE; channel < (head + 1) * HEAD_SIZE; channel++) {
            sum += query[from * CHANNELS + channel] * key[to * CHANNELS + channel];
        }
        return sum;
    }

    private static void mix(double[] output, int place, double[] logits, int[] places, double[] value, int head) {
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        for (int other = 0; other < logits.length; other++) {
            double share = Math.exp(logits[other]) / sum;
            for (int channel = head * HEAD_SIZE; channel < (head + 1) * HEAD_SIZE; channel++) {
                output[place * CHANNELS + channel] += share * value[places[other] * CHANNELS + channel];
            }
        }
    }
}
