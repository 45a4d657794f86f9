package dev.weft.graph.types;

/// What flows through a port: `latent`, `image`, `model`. A link joins ports of one kind, or of any.
///
/// Plugins may name kinds of their own.
///
/// @param name the kind's name, a lower-case word
public record PortKind(String name) {
    /// The denoising network of a bundle.
    public static final PortKind MODEL = new PortKind("model");
    /// The tokenizer and text encoder of a bundle.
    public static final PortKind CLIP = new PortKind("clip");
    /// The picture encoder and decoder of a bundle.
    public static final PortKind VAE = new PortKind("vae");
    /// Encoded prompts, one row a picture.
    public static final PortKind CONDITIONING = new PortKind("conditioning");
    /// A batch of pictures in the autoencoder's space.
    public static final PortKind LATENT = new PortKind("latent");
    /// A batch of pictures.
    public static final PortKind IMAGE = new PortKind("image");
    /// A network that steers by a picture.
    public static final PortKind CONTROLNET = new PortKind("controlnet");
    /// Which parts of pictures are meant: one number a pixel.
    public static final PortKind MASK = new PortKind("mask");
    /// A reference to align to.
    public static final PortKind STYLE = new PortKind("style");
    /// Words, as a Java `String`.
    public static final PortKind TEXT = new PortKind("text");
    /// A whole number, as a Java `Long`.
    public static final PortKind WHOLE = new PortKind("whole");
    /// A decimal number, as a Java `Double`.
    public static final PortKind DECIMAL = new PortKind("decimal");
    /// True or false, as a Java `Boolean`.
    public static final PortKind FLAG = new PortKind("flag");

    /// Anything: a port of this kind can be linked to every other.
    public static final PortKind ANY = new PortKind("any");

    /// Whether a value of kind `given` may arrive at a port of this kind. Where one of the two is [#ANY], what
    /// arrives is known only when the workflow runs.
    public boolean accepts(PortKind given) {
        return equals(given) || equals(ANY) || given.equals(ANY);
    }

    @Override
    public String toString() {
        return name;
    }
}
