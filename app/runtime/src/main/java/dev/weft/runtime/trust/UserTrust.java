package dev.weft.runtime.trust;

import dev.weft.runtime.plugin.PluginTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Trusts the plugins that Weft was built with, and those that the user allowed.
public final class UserTrust implements PluginTrust {
    private final Set<String> shipped;
    private final Permissions permissions;

    private UserTrust(Set<String> shipped, Permissions permissions) {
        this.shipped = shipped;
        this.permissions = permissions;
    }

    /// What Weft was built with, and what the user said.
    ///
    /// @param own the program's own folders of plugins, with the hashes that its build wrote
    /// @param permissions what the user said
    /// @throws IOException in one sentence, if a hash cannot be read
    public static UserTrust of(List<Path> own, Permissions permissions) throws IOException {
        return new UserTrust(ShippedHashes.read(own), permissions);
    }

    /// A plugin that was built with Weft needs no word of the user, who may still forbid it.
    @Override
    public Verdict judge(String id, Path source, String sha256) {
        Verdict said = permissions.judge(id, sha256);
        return said != Verdict.FORBIDDEN && shipped.contains(sha256) ? Verdict.ALLOWED : said;
    }
}
