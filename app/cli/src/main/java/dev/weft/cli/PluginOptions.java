package dev.weft.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options of every command that loads plugins.
final class PluginOptions {
    @Mixin
    private PluginPlaces places = new PluginPlaces();

    @Option(
            names = "--allow-all",
            description =
                    "Load every plugin that is found, allowed or not; for build servers. WEFT_ALLOW_ALL_PLUGINS=1 in"
                            + " the environment does the same.")
    private boolean allowAll;

    List<Path> places() {
        return places.list();
    }

    boolean allowAll() {
        return allowAll;
    }
}
