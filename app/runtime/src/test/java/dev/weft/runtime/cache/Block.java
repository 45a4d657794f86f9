package dev.weft.runtime.cache;

import dev.weft.nodes.api.NodeOutputs;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.IOException;

/// A large value for tests: bytes that all follow from one number.
final class Block {
    final byte[] bytes;

    Block(int number, int size) {
        bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (number + 31 * i);
        }
    }

    private Block(byte[] bytes) {
        this.bytes = bytes;
    }

    static NodeOutputs outputs(int number, int size) {
        return NodeOutputs.of("value", new Block(number, size), size);
    }

    /// The format of blocks.
    static class Format implements ValueFormat<Block> {
        @Override
        public Class<Block> type() {
            return Block.class;
        }

        @Override
        public long byteSize(Block block) {
            return block.bytes.length;
        }

        @Override
        public void write(Block block, ValueOutput out) throws IOException {
            out.bytes(block.bytes);
        }

        @Override
        public Block read(ValueInput in) throws IOException {
            return new Block(in.bytes());
        }
    }
}
