package dev.weft.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;

/// What is logged as a line for people, with the stack trace of its reason below.
final class TextLine {
    private TextLine() {}

    static String of(ILoggingEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(Instant.ofEpochMilli(event.getTimeStamp())).append(' ');
        line.append(event.getLevel()).append(' ').append(event.getLoggerName()).append(": ");
        line.append(event.getFormattedMessage()).append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }
}
