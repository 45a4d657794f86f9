package dev.weft.cli;

import picocli.CommandLine.IVersionProvider;

/// Weft's version, as the build has written it into the jar.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"weft " + (version == null ? "(not packaged)" : version)};
    }
}
