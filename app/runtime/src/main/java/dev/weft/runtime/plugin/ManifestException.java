package dev.weft.runtime.plugin;

import tools.jackson.core.TokenStreamLocation;

/// A manifest does not say what it must.
final class ManifestException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String mistake;
    private final String fix;

    /// @param mistake what is wrong, a part of a sentence
    /// @param fix what to do, a part of a sentence
    ManifestException(TokenStreamLocation place, String mistake, String fix) {
        super(mistake + "; " + fix);
        this.line = place.getLineNr();
        this.column = place.getColumnNr();
        this.mistake = mistake;
        this.fix = fix;
    }

    /// Counted from 1.
    int line() {
        return line;
    }

    /// Counted from 1.
    int column() {
        return column;
    }

    String mistake() {
        return mistake;
    }

    String fix() {
        return fix;
    }
}
