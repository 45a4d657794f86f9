package dev.weft.cli;

import dev.weft.runtime.WeftRuntime;
import dev.weft.runtime.plugin.PluginPath;
import dev.weft.runtime.plugin.PluginTrust;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import dev.weft.runtime.trust.PermissionFile;
import dev.weft.runtime.trust.Permissions;
import dev.weft.runtime.trust.UserTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where one call looks for plugins, and which of them it may load.
final class PluginSearch {
    private static final PluginTrust NOBODY = (id, source, sha256) -> Verdict.UNKNOWN;

    private final Session session;
    private final List<Path> given;

    /// @param given places from the command line
    PluginSearch(Session session, List<Path> given) {
        this.session = session;
        this.given = given;
    }

    /// To load what may be loaded. Complains of places that are not there, and of a list of allowed plugins that cannot
    /// be read, which then allows none.
    ///
    /// @param allowAll whether all plugins are allowed this time
    PluginPath allowed(boolean allowAll) {
        boolean all = allowAll || session.installation().allowsAllPlugins();
        return PluginPath.of(places(), all ? PluginTrust.ALL : userTrust());
    }

    /// What there is, of which nothing is loaded.
    NamedPlugins found() {
        try (WeftRuntime runtime = session.look(PluginPath.of(places(), NOBODY))) {
            return new NamedPlugins(runtime.plugins());
        }
    }

    private List<Path> places() {
        for (Path place : given) {
            if (!Files.exists(place)) {
                session.complain("there is no folder " + place + " to look for plugins in; correct --plugins");
            }
        }
        return session.installation().plugins(given);
    }

    /// What the user said, whether all are allowed this time or not.
    PluginTrust userTrust() {
        try {
            return UserTrust.of(session.installation().ownPlugins(), permissions());
        } catch (IOException e) {
            session.complain(String.valueOf(e.getMessage()));
            return NOBODY;
        }
    }

    private Permissions permissions() {
        try {
            return new PermissionFile(session.installation().data()).read();
        } catch (IOException e) {
            session.complain(String.valueOf(e.getMessage()));
            return Permissions.NONE;
        }
    }
}
