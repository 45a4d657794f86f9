package dev.weft.cli;

import picocli.CommandLine.IVersionProvider;

/// Weft's version, as the build has written it into the jar.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "weft " + (version == null ? "(not packaged)" : version);
    }
}
