package dev.weft.editor.queue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory the program takes, models outside the Java heap among it where the system tells.
final class ProcessMemory {
    private static final Path LINUX = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s+(\\d{1,15}) kB", Pattern.MULTILINE);
    private static final int KIBI = 1024;

    private ProcessMemory() {}

    /// In bytes.
    static double used() {
        try {
            if (Files.isReadable(LINUX)) {
                Matcher line = RESIDENT.matcher(Files.readString(LINUX));
                if (line.find()) {
                    return (double) KIBI * Long.parseLong(line.group(1));
                }
            }
        } catch (IOException _) {
            // What the heap holds is better than nothing.
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
