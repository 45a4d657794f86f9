package dev.weft.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options of every command that looks at models or plugins.
final class CommonOptions {
    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Look for models in this folder too, before Weft's own. May be given several times.")
    private List<Path> models = new ArrayList<>();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more: where the time goes, and the technical reason of what goes wrong.")
    private boolean verbose;

    List<Path> models() {
        return List.copyOf(models);
    }

    PluginOptions plugins() {
        return plugins;
    }

    boolean verbose() {
        return verbose;
    }
}
