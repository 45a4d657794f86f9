package dev.weft.runtime.cache;

import dev.weft.nodes.api.Blocked;
import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import java.io.IOException;
import java.util.List;

/// Formats of the values that every plugin may give out: texts, whole numbers, decimals, flags, and what blocks.
final class PlainFormats {
    static final List<ValueFormat<?>> ALL = List.of(
            new Plain<>(
                    String.class,
                    value -> (long) Character.BYTES * value.length(),
                    (out, value) -> out.text(value),
                    ValueInput::text),
            new Plain<>(Long.class, _ -> Long.BYTES, (out, value) -> out.whole(value), ValueInput::whole),
            new Plain<>(Double.class, _ -> Double.BYTES, (out, value) -> out.decimal(value), ValueInput::decimal),
            new Plain<>(Boolean.class, _ -> 1, (out, value) -> out.flag(value), ValueInput::flag),
            new Plain<>(Blocked.class, _ -> 0, PlainFormats::writeBlocked, PlainFormats::readBlocked));

    private PlainFormats() {}

    private static void writeBlocked(ValueOutput out, Blocked blocked) throws IOException {
        out.flag(blocked.message().isPresent());
        out.text(blocked.message().orElse(""));
    }

    private static Blocked readBlocked(ValueInput in) throws IOException {
        boolean spoken = in.flag();
        String message = in.text();
        return spoken ? Blocked.because(message) : Blocked.SILENTLY;
    }

    private record Plain<T>(Class<T> type, Size<T> size, Writing<T> writing, Reading<T> reading)
            implements ValueFormat<T> {
        @Override
        public long byteSize(T value) {
            return size.of(value);
        }

        @Override
        public void write(T value, ValueOutput out) throws IOException {
            writing.write(out, value);
        }

        @Override
        public T read(ValueInput in) throws IOException {
            return reading.read(in);
        }
    }

    @FunctionalInterface
    private interface Size<T> {
        long of(T value);
    }

    @FunctionalInterface
    private interface Writing<T> {
        void write(ValueOutput out, T value) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ValueInput in) throws IOException;
    }
}
