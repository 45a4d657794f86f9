package dev.weft.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Locale;

/// Warnings as one line each on standard error. Errors are left out, as commands tell of them in their own words; when
/// verbose, everything is shown, with stack traces.
final class ConsoleLines extends AppenderBase<ILoggingEvent> {
    private final boolean verbose;
    private final boolean eraseLine;

    ConsoleLines(boolean verbose, boolean eraseLine) {
        this.verbose = verbose;
        this.eraseLine = eraseLine;
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean warning = event.getLevel() == Level.WARN;
        if (!verbose && !warning) {
            return;
        }
        StringBuilder line = new StringBuilder(eraseLine ? "\r\u001b[K" : "");
        line.append("weft: ");
        line.append(warning ? "warning" : event.getLevel().toString().toLowerCase(Locale.ROOT));
        line.append(": ").append(event.getFormattedMessage());
        if (verbose && event.getThrowableProxy() != null) {
            line.append(System.lineSeparator()).append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        System.err.println(line);
    }
}
