package dev.weft.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Options of every command that looks for plugins.
final class PluginOptions {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description =
                    "Look for plugins here too: in a folder of jars, or a folder that holds the classes of one plugin."
                            + " May be given several times.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--allow-all",
            description =
                    "Load every plugin that is found, allowed or not; for build servers. WEFT_ALLOW_ALL_PLUGINS=1 in"
                            + " the environment does the same.")
    private boolean allowAll;

    List<Path> places() {
        return List.copyOf(places);
    }

    boolean allowAll() {
        return allowAll;
    }
}
