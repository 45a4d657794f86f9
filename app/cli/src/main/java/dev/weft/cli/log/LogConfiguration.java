package dev.weft.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Sets Logback up in code, which takes a fraction of the time that reading its XML takes. Found by Logback as a
/// service.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogSettings settings = LogSettings.installed();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        // It warns of graphics drivers that only its own, unused, engines would need.
        context.getLogger("ai.djl").setLevel(Level.ERROR);
        context.getLogger("dev.weft").setLevel(settings.verbose() ? Level.DEBUG : Level.INFO);

        ConsoleLines console = new ConsoleLines(settings.verbose(), settings.eraseLine());
        console.setContext(context);
        console.start();
        root.addAppender(console);
        settings.file().ifPresent(path -> root.addAppender(started(LogFile.ofText(path), context)));
        settings.json().ifPresent(path -> {
            LogFile json = started(LogFile.ofJson(path), context);
            root.addAppender(json);
            Logger executions = context.getLogger(ExecutionLog.LOGGER);
            executions.setAdditive(false);
            executions.addAppender(json);
        });
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static LogFile started(LogFile file, LoggerContext context) {
        file.setContext(context);
        file.start();
        return file;
    }
}
