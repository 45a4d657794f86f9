package dev.weft.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/// Appends to a file, which is made when there is something to log. A log that cannot be written to is given up in
/// silence.
final class LogFile extends AppenderBase<ILoggingEvent> {
    private static final long MEBIBYTE = 1 << 20;

    private final Path file;
    private final Function<ILoggingEvent, String> form;
    private final long largest;
    private boolean opened;

    private LogFile(Path file, Function<ILoggingEvent, String> form, long largest) {
        this.file = file;
        this.form = form;
        this.largest = largest;
    }

    /// Weft's own log, for people. At a mebibyte the file is put aside as `.old`, so that the two together stay small
    /// for ever.
    static LogFile ofText(Path file) {
        return new LogFile(file, TextLine::of, MEBIBYTE);
    }

    /// A log that a user asked for, for programs; how long it gets is the user's affair.
    static LogFile ofJson(Path file) {
        return new LogFile(file, JsonLine::of, Long.MAX_VALUE);
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            if (!opened) {
                open();
            }
            Files.writeString(file, form.apply(event), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            addError("cannot write to " + file, e);
            stop();
        }
    }

    private void open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file) && Files.size(file) > largest) {
            Path old = file.resolveSibling(file.getFileName() + ".old");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
        }
        opened = true;
    }
}
