package dev.weft.runtime.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Other programs that load plugins from jars, and the files by which they know them.
final class ForeignPrograms {
    private static final List<Sign> SIGNS = List.of(
            new Sign("paper-plugin.yml", "Paper"),
            new Sign("plugin.yml", "Bukkit, Spigot or Paper"),
            new Sign("bungee.yml", "BungeeCord"),
            new Sign("velocity-plugin.json", "Velocity"),
            new Sign("META-INF/sponge_plugins.json", "Sponge"),
            new Sign("quilt.mod.json", "Quilt"),
            new Sign("fabric.mod.json", "Fabric"),
            new Sign("META-INF/neoforge.mods.toml", "NeoForge"),
            new Sign("META-INF/mods.toml", "Minecraft Forge"),
            new Sign("mcmod.info", "Minecraft Forge"),
            new Sign("META-INF/plugin.xml", "an IDE of JetBrains"),
            new Sign("plugins.config", "ImageJ"),
            new Sign("plugin.properties", "a program that uses PF4J"));

    private ForeignPrograms() {}

    /// The first sign that is among the files of a jar.
    static Optional<Sign> sign(Set<String> files) {
        return SIGNS.stream().filter(sign -> files.contains(sign.file())).findFirst();
    }

    /// @param file the file that shows for which program a jar is
    /// @param program that program
    record Sign(String file, String program) {}
}
