package dev.weft.models.lora;

/// Which network of a model a layer belongs to.
public enum LoraPart {
    UNET("U-Net"),
    TEXT_ENCODER("text encoder"),
    TEXT_ENCODER_2("second text encoder");

    private final String words;

    LoraPart(String words) {
        this.words = words;
    }

    /// What people call it.
    @Override
    public String toString() {
        return words;
    }
}
