package dev.weft.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// Appends to a file, which is made when there is something to log. At a mebibyte the file is put aside as `.old`, so
/// that the two together stay small for ever. A log that cannot be written to is given up in silence.
final class LogFile extends AppenderBase<ILoggingEvent> {
    private static final long LARGEST = 1 << 20;

    private final Path file;
    private boolean opened;

    LogFile(Path file) {
        this.file = file;
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(Instant.ofEpochMilli(event.getTimeStamp())).append(' ');
        line.append(event.getLevel()).append(' ').append(event.getLoggerName()).append(": ");
        line.append(event.getFormattedMessage()).append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        try {
            if (!opened) {
                open();
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            addError("cannot write to " + file, e);
            stop();
        }
    }

    private void open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Path old = file.resolveSibling(file.getFileName() + ".old");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
        }
        opened = true;
    }
}
