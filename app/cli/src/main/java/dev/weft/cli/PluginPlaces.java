package dev.weft.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Option of every command that looks for plugins.
final class PluginPlaces {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description =
                    "Look for plugins here too: in a folder of jars, or a folder that holds the classes of one plugin."
                            + " May be given several times.")
    private List<Path> places = new ArrayList<>();

    List<Path> list() {
        return List.copyOf(places);
    }
}
