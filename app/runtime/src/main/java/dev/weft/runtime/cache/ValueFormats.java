package dev.weft.runtime.cache;

import dev.weft.nodes.api.ValueFormat;
import dev.weft.nodes.api.ValueInput;
import dev.weft.nodes.api.ValueOutput;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/// The formats of all value classes that are known: those of the loaded plugins, and those of texts, numbers, flags and
/// lists. Any thread may ask.
///
/// A fault in a plugin's format stays there: the value is then treated as one without a format.
public final class ValueFormats {
    private static final long LIST = 0;
    private static final long ITEMS = 1;

    private final Map<Class<?>, Known<?>> byClass = new ConcurrentHashMap<>();
    private final Map<Long, Known<?>> byTag = new ConcurrentHashMap<>();
    private long lastTag = ITEMS;

    /// The host's own formats only.
    @Inject
    public ValueFormats() {
        addAll(PlainFormats.ALL, ValueFormats.class);
    }

    /// Makes formats known, all or none.
    ///
    /// @param owner with whom they go again
    /// @throws IllegalArgumentException if there is a format for one of their classes already
    public synchronized void addAll(Collection<? extends ValueFormat<?>> formats, Object owner) {
        for (ValueFormat<?> format : formats) {
            if (byClass.containsKey(format.type())) {
                throw new IllegalArgumentException("it declares a format for values of "
                        + format.type().getName() + ", which have one already from another plugin");
            }
        }
        for (ValueFormat<?> format : formats) {
            Known<?> known = new Known<>(++lastTag, format, owner);
            byClass.put(format.type(), known);
            byTag.put(known.tag, known);
        }
    }

    /// Forgets formats, as when their plugin is unloaded. What was written with them cannot be read any more.
    ///
    /// @param owner with whom they came
    public synchronized void removeOf(Object owner) {
        byClass.values().removeIf(known -> known.owner.equals(owner));
        byTag.values().removeIf(known -> known.owner.equals(owner));
    }

    /// Memory that a value keeps in bytes, as far as its class is known.
    long byteSize(Object value) {
        if (value instanceof Items(List<Object> items)) {
            return byteSize(items);
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(this::byteSize).sum();
        }
        Known<?> known = byClass.get(value.getClass());
        try {
            return known == null ? 0 : known.byteSize(value);
        } catch (RuntimeException | LinkageError e) {
            return faulty(value, e, 0L);
        }
    }

    /// Whether a value can be written, and so be compared by what it holds.
    boolean covers(Object value) {
        if (value instanceof Items(List<Object> items)) {
            return covers(items);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(this::covers);
        }
        Known<?> known = byClass.get(value.getClass());
        try {
            return known != null && known.covers(value);
        } catch (RuntimeException | LinkageError e) {
            return faulty(value, e, false);
        }
    }

    /// Stands for what a value holds; empty if it cannot be told.
    Optional<Identity> identity(Object value) {
        if (!covers(value)) {
            return Optional.empty();
        }
        MessageDigest digest = Pieces.sha256();
        try {
            write(value, new ValueOutput(new HashingStream(digest)));
            return Optional.of(new Identity(Fingerprint.ofHash(digest.digest())));
        } catch (IOException | RuntimeException | LinkageError e) {
            return faulty(value, e, Optional.empty());
        }
    }

    /// Writes a value that is covered.
    void write(Object value, ValueOutput out) throws IOException {
        if (value instanceof Items(List<Object> items)) {
            out.whole(ITEMS);
            write(items, out);
            return;
        }
        if (value instanceof List<?> list) {
            out.whole(LIST);
            out.whole(list.size());
            for (Object item : list) {
                write(item, out);
            }
            return;
        }
        Known<?> known = byClass.get(value.getClass());
        if (known == null) {
            throw new IOException("values of " + value.getClass().getName() + " have no format");
        }
        out.whole(known.tag);
        known.write(value, out);
    }

    /// Reads what [#write] wrote.
    Object read(ValueInput in) throws IOException {
        long tag = in.whole();
        if (tag == LIST) {
            return readList(in);
        }
        if (tag == ITEMS && in.whole() == LIST) {
            return new Items(readList(in));
        }
        Known<?> known = byTag.get(tag);
        if (known == null) {
            throw new IOException("its format is not known any more");
        }
        return known.format.read(in);
    }

    private List<Object> readList(ValueInput in) throws IOException {
        int count = in.count();
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(read(in));
        }
        return List.copyOf(items);
    }

    private static <R> R faulty(Object value, Throwable fault, R instead) {
        LoggerFactory.getLogger(ValueFormats.class)
                .warn("the format of values of {} failed", value.getClass().getName(), fault);
        return instead;
    }

    /// A format under the number that stands before each value written with it.
    private static final class Known<T> {
        final long tag;
        final ValueFormat<T> format;
        final Object owner;

        Known(long tag, ValueFormat<T> format, Object owner) {
            this.tag = tag;
            this.format = format;
            this.owner = owner;
        }

        long byteSize(Object value) {
            return Math.max(0, format.byteSize(format.type().cast(value)));
        }

        boolean covers(Object value) {
            return format.covers(format.type().cast(value));
        }

        void write(Object value, ValueOutput out) throws IOException {
            format.write(format.type().cast(value), out);
        }
    }

    /// Hashes what is written to it.
    private static final class HashingStream extends OutputStream {
        private final MessageDigest digest;

        HashingStream(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int one) {
            digest.update((byte) one);
        }

        @Override
        public void write(byte[] bytes, int start, int count) {
            digest.update(bytes, start, count);
        }
    }
}
