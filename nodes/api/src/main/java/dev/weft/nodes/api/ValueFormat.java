package dev.weft.nodes.api;

import java.io.IOException;

/// How the host handles the values of one class: how much memory they keep, whether two of them hold the same, and how
/// they are kept on disk for a while.
///
/// A plugin registers one for each class of values that its nodes give out ([NodeRegistrar#add(ValueFormat)]). With it
/// the host can tell that a node that worked again gave the same as before, so that what depends on it need not work
/// again, and can put large results on disk in place of forgetting them. Values of a class without a format flow
/// through workflows all the same; they only lack those two. The host knows texts, whole numbers, decimals and flags
/// by itself.
///
/// ```java
/// record Palette(String name, float[] colours) {}
///
/// final class PaletteFormat implements ValueFormat<Palette> {
///     public Class<Palette> type() { return Palette.class; }
///     public long byteSize(Palette palette) { return (long) Float.BYTES * palette.colours().length; }
///     public void write(Palette palette, ValueOutput out) throws IOException {
///         out.text(palette.name());
///         out.decimals(palette.colours());
///     }
///     public Palette read(ValueInput in) throws IOException { return new Palette(in.text(), in.decimals()); }
/// }
/// ```
///
/// A format keeps no state and may be asked by several threads at once.
///
/// @param <T> the class of the values
public interface ValueFormat<T> {
    /// The class whose values these are. Those of its subclasses are none of this format.
    Class<T> type();

    /// Memory that a value keeps, in bytes; 0 for a handle to something that others keep, such as a model.
    long byteSize(T value);

    /// Whether this value can be written. One that refers to something open, such as a model, cannot.
    default boolean covers(T value) {
        return true;
    }

    /// Writes all that a value holds. Two values that write the same bytes are taken for one another; so what makes
    /// no difference, such as the order of a hash table, must not show in the bytes.
    ///
    /// @param value one that [#covers]
    /// @throws IOException only if `out` throws it
    void write(T value, ValueOutput out) throws IOException;

    /// Makes a value anew from what [#write] has written in this process.
    ///
    /// @throws IOException if `in` throws it, or what it gives is no such value
    T read(ValueInput in) throws IOException;
}
