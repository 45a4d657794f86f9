package dev.weft.models.unet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The rows of one model call: some whose result is wanted, the rows that those refer to, and copies that fill
/// a fixed batch up.
///
/// @param rows for each row of the call the row of the batch that it is
/// @param references for each row of the call the rows of the call that it refers to, itself where it stands
///     alone
/// @param wanted for each row of the call whether its result is taken
/// @param groupSize how many neighbouring rows attend to each other as one sequence where attention is joined
record Chunk(List<Integer> rows, List<List<Integer>> references, List<Boolean> wanted, int groupSize) {
    Chunk {
        rows = List.copyOf(rows);
        references = List.copyOf(references);
        wanted = List.copyOf(wanted);
    }

    int size() {
        return rows.size();
    }

    /// Cuts a batch into calls of at most `limit` rows. Each call holds the references of its rows, so that the result
    /// is the one of a single call; rows that are inseparable stay together even beyond the limit.
    static List<Chunk> plan(int rows, int limit, Sharing sharing) {
        int together = sharing.inseparable();
        if (together > 1) {
            return groups(rows, Math.max(1, limit / together) * together, together, sharing);
        }
        List<Chunk> chunks = new ArrayList<>();
        int most = Math.max(limit, 1);
        Builder open = new Builder(sharing);
        for (int row = 0; row < rows; row++) {
            if (!open.isEmpty() && open.sizeWith(row) > most) {
                chunks.add(open.build());
                open = new Builder(sharing);
            }
            open.add(row);
        }
        chunks.add(open.build());
        return chunks;
    }

    private static List<Chunk> groups(int rows, int perCall, int groupSize, Sharing sharing) {
        List<Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < rows; from += perCall) {
            List<Integer> members = new ArrayList<>();
            List<List<Integer>> references = new ArrayList<>();
            List<Boolean> wanted = new ArrayList<>();
            int first = from;
            for (int row = from; row < Math.min(rows, from + perCall); row++) {
                members.add(row);
                references.add(references(sharing, row).stream()
                        .map(reference -> reference - first)
                        .toList());
                wanted.add(true);
            }
            chunks.add(new Chunk(members, references, wanted, groupSize));
        }
        return chunks;
    }

    private static List<Integer> references(Sharing sharing, int row) {
        return IntStream.range(0, sharing.referenceCount())
                .mapToObj(which -> sharing.reference(row, which))
                .toList();
    }

    /// The same call with copies of its first group until it has `size` rows, which has to be possible.
    Chunk filled(int size) {
        List<Integer> moreRows = new ArrayList<>(rows);
        List<List<Integer>> moreReferences = new ArrayList<>(references);
        List<Boolean> moreWanted = new ArrayList<>(wanted);
        while (moreRows.size() < size) {
            int copied = (moreRows.size() - rows.size()) % groupSize;
            int start = moreRows.size() - copied;
            moreRows.add(rows.get(copied));
            // A copy of a group refers to its own copy of the reference; a lone copy refers to itself.
            int itself = moreRows.size() - 1;
            moreReferences.add(references.get(copied).stream()
                    .map(reference -> groupSize > 1 ? start + reference : itself)
                    .toList());
            moreWanted.add(false);
        }
        return new Chunk(moreRows, moreReferences, moreWanted, groupSize);
    }

    private static final class Builder {
        private final Sharing sharing;
        /// Rows of the batch, each with whether its result is wanted, in the order of the call.
        private final Map<Integer, Boolean> members = new LinkedHashMap<>();

        Builder(Sharing sharing) {
            this.sharing = sharing;
        }

        boolean isEmpty() {
            return members.isEmpty();
        }

        int sizeWith(int row) {
            Set<Integer> more = new HashSet<>(references(sharing, row));
            more.add(row);
            more.removeAll(members.keySet());
            return members.size() + more.size();
        }

        void add(int row) {
            members.put(row, true);
            references(sharing, row).forEach(reference -> members.putIfAbsent(reference, false));
        }

        Chunk build() {
            List<Integer> rows = List.copyOf(members.keySet());
            List<List<Integer>> references = new ArrayList<>();
            List<Boolean> wanted = new ArrayList<>();
            for (int row : rows) {
                references.add(
                        references(sharing, row).stream().map(rows::indexOf).toList());
                wanted.add(members.getOrDefault(row, false));
            }
            return new Chunk(rows, references, wanted, 1);
        }
    }
}
