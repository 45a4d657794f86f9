package dev.weft.models.image;

/// Filters rows of true-colour pixels before compression: of the format's five filters the one is taken whose
/// result has the least sum of absolute values, as the format's authors advise.
final class PngFilters {
    private static final int FILTERS = 5;

    private byte[] above;
    private final byte[][] candidates;

    /// @param rowBytes bytes of a row
    PngFilters(int rowBytes) {
        this.above = new byte[rowBytes];
        this.candidates = new byte[FILTERS][rowBytes + 1];
    }

    /// The filter's number and the filtered row, valid until the next call. Rows are given from the top.
    byte[] filter(byte[] row) {
        byte[] best = candidates[0];
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            byte[] candidate = candidates[filter];
            candidate[0] = (byte) filter;
            long sum = 0;
            for (int i = 0; i < row.length; i++) {
                byte difference = (byte) (row[i] - prediction(filter, row, i));
                candidate[i + 1] = difference;
                sum += Math.abs(difference);
            }
            if (sum < least) {
                least = sum;
                best = candidate;
            }
        }
        above = row.clone();
        return best;
    }

    private int prediction(int filter, byte[] row, int index) {
        int before = index - ImageBatch.CHANNELS;
        int left = before < 0 ? 0 : Byte.toUnsignedInt(row[before]);
        int up = Byte.toUnsignedInt(above[index]);
        int corner = before < 0 ? 0 : Byte.toUnsignedInt(above[before]);
        return switch (filter) {
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> 0;
        };
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
