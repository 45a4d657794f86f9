package dev.weft.models.unet;

import dev.weft.models.backend.MemoryException;
import dev.weft.models.backend.ModelException;
import dev.weft.models.backend.StopSignal;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cuts batches into calls, and into smaller ones where memory runs out.
final class UNetCalls {
    private static final Logger LOG = LoggerFactory.getLogger(UNetCalls.class);

    private final String name;
    private final BatchRows limits;

    /// @param name what the U-Net is called in messages
    UNetCalls(String name, BatchRows limits) {
        this.name = name;
        this.limits = limits;
    }

    /// The prediction for every row of a batch.
    ///
    /// @throws MemoryException if memory runs out even for the fewest rows that can go together
    float[] run(UNetGraph graph, UNetBatch batch, StopSignal stop) {
        float[] result = new float[batch.latents().sample().length];
        OptionalLong fixedRows = graph.roles(stop).fixedRows();
        List<Chunk> chunks = chunks(fixedRows, batch);
        int done = 0;
        while (done < chunks.size()) {
            try {
                graph.run(chunks.get(done), batch, result, stop);
                done++;
            } catch (MemoryException e) {
                int failed = chunks.get(done).size();
                limits.lower(batch, failed / 2);
                chunks = chunks(fixedRows, batch);
                done = 0;
                int most = chunks.stream().mapToInt(Chunk::size).max().orElse(failed);
                if (most >= failed) {
                    throw e;
                }
                LOG.warn(
                        "There is too little memory for {} rows a call of {}, so it runs {} at once.",
                        failed,
                        name,
                        most);
            }
        }
        return result;
    }

    private List<Chunk> chunks(OptionalLong fixedRows, UNetBatch batch) {
        if (fixedRows.isEmpty()) {
            return Chunk.plan(batch.latents().rows(), limits.of(batch), batch.sharing());
        }
        int fixed = Math.toIntExact(fixedRows.getAsLong());
        List<Chunk> chunks = Chunk.plan(batch.latents().rows(), fixed, batch.sharing());
        for (Chunk chunk : chunks) {
            if (chunk.size() > fixed || (fixed - chunk.size()) % chunk.groupSize() != 0) {
                throw new ModelException("The U-Net " + name + " takes exactly " + fixed + " rows, which "
                        + chunk.size() + " rows that share cannot fill; change the number of pictures, or export the"
                        + " model with a free batch size.");
            }
        }
        return chunks.stream().map(chunk -> chunk.filled(fixed)).toList();
    }
}
