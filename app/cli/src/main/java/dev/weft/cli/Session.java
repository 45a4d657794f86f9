package dev.weft.cli;

import dev.weft.cli.log.ExecutionLog;
import dev.weft.cli.log.LogSettings;
import dev.weft.models.backend.BackendChoice;
import dev.weft.models.backend.BackendSettings;
import dev.weft.nodes.api.Folders;
import dev.weft.runtime.Installation;
import dev.weft.runtime.RuntimeSettings;
import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.cache.CacheSettings;
import dev.weft.runtime.plugin.PluginPath;
import dev.weft.runtime.plugin.PluginStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one call of the command line shares among its parts.
///
/// @param terminal where it writes
/// @param installation where Weft lies
record Session(Terminal terminal, Installation installation) {
    /// The session of this process.
    static Session ofProcess() {
        Map<String, String> environment = System.getenv();
        return new Session(Terminal.ofProcess(environment), Installation.ofProcess(environment));
    }

    /// Assembles a runtime for one workflow at most, and tells of plugins that could not be loaded.
    WeftRuntime start(CommonOptions options, Path output, BackendSettings backend) {
        return start(options, output, backend, CacheSettings.usual());
    }

    /// Assembles a runtime, and tells of plugins that could not be loaded.
    WeftRuntime start(CommonOptions options, Path output, BackendSettings backend, CacheSettings cache) {
        return start(options, installation.folders(options.models(), output), backend, cache);
    }

    /// Assembles a runtime with these folders, and tells of plugins that could not be loaded.
    WeftRuntime start(CommonOptions options, Folders folders, BackendSettings backend, CacheSettings cache) {
        log(options);
        PluginPath plugins = new PluginSearch(this, options.plugins().places())
                .allowed(options.plugins().allowAll());
        WeftRuntime runtime = WeftRuntime.start(new RuntimeSettings(folders, backend, cache, plugins));
        if (options.log().isPresent()) {
            runtime.observation().add(new ExecutionLog());
        }
        for (PluginStatus status : runtime.plugins()) {
            // Whoever forbade a plugin knows that it is not there.
            if (!(status instanceof PluginStatus.Loaded) && !PluginWords.isForbidden(status)) {
                complain(status.message());
            }
        }
        return runtime;
    }

    /// Assembles a runtime whose plugins are looked at, and nothing is run.
    WeftRuntime look(PluginPath plugins) {
        log(false);
        return WeftRuntime.start(new RuntimeSettings(
                installation.folders(List.of(), Path.of("output")),
                BackendSettings.of(new BackendChoice.Automatic()),
                CacheSettings.usual(),
                plugins));
    }

    /// Lets what is logged go to the log file, and problems to standard error.
    void log(boolean verbose) {
        log(verbose, Optional.empty());
    }

    /// Lets what is logged go where the options say too.
    void log(CommonOptions options) {
        log(options.verbose(), options.log());
    }

    private void log(boolean verbose, Optional<Path> json) {
        new LogSettings(
                        Optional.of(installation.logFile()),
                        json,
                        verbose,
                        terminal.columns().isPresent())
                .install();
    }

    /// One line on standard error.
    void complain(String sentence) {
        boolean ended = sentence.endsWith(".") || sentence.endsWith("?");
        terminal.err().println("weft: " + sentence + (ended ? "" : "."));
    }
}
