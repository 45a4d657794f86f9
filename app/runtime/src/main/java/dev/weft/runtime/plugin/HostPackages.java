package dev.weft.runtime.plugin;

import java.util.List;

/// What plugins see of the program that they are loaded into. Everything else a plugin brings itself, so that no two
/// plugins, and no plugin and Weft, have to agree on the version of a library.
final class HostPackages {
    private static final List<String> PREFIXES = List.of(
            // What plugins and Weft say to each other has to be the same class on both sides.
            "dev.weft.nodes.api.",
            "dev.weft.graph.",
            // Tensors, models and pictures pass from the nodes of one plugin to those of another.
            "dev.weft.models.",
            // A native library can be loaded by one class loader only.
            "ai.onnxruntime.",
            // Entries are made by Weft's injector, which looks for its own annotations.
            "com.google.inject.",
            "jakarta.inject.",
            // What plugins log goes where Weft's log goes.
            "org.slf4j.",
            // Annotations that nobody needs twice.
            "org.jspecify.");

    private HostPackages() {}

    /// Whether a class is the host's alone, even if the plugin brought one of this name.
    static boolean contain(String className) {
        return PREFIXES.stream().anyMatch(className::startsWith);
    }
}
