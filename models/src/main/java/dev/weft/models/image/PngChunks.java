package dev.weft.models.image;

/// Names of the PNG format (W3C, Portable Network Graphics, third edition).
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    static final String HEADER = "IHDR";
    static final String DATA = "IDAT";
    static final String END = "IEND";
    static final String TEXT = "tEXt";
    static final String EXIF = "eXIf";
    static final String COMPRESSED_TEXT = "zTXt";
    static final String INTERNATIONAL_TEXT = "iTXt";
    static final int LONGEST_KEYWORD = 79;

    private PngChunks() {}
}
