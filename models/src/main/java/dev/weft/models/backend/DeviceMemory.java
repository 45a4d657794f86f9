package dev.weft.models.backend;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory is free where models run.
final class DeviceMemory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final long KIBI = 1L << 10;
    private static final long MEBI = 1L << 20;
    private static final int MOST_SECONDS = 5;

    private DeviceMemory() {}

    /// Bytes; nothing where it cannot be known.
    static OptionalLong free(Backend backend) {
        return switch (backend) {
            case Backend.Cpu() -> processor();
            case Backend.Cuda(int device) -> graphics(device);
        };
    }

    /// Linux counts what it could take back from its caches; a container knows only what it has left.
    private static OptionalLong processor() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine)) {
            return OptionalLong.empty();
        }
        long free = machine.getFreeMemorySize();
        OptionalLong total = linux("MemTotal");
        boolean contained = total.isPresent() && machine.getTotalMemorySize() < total.getAsLong();
        return contained
                ? OptionalLong.of(free)
                : OptionalLong.of(linux("MemAvailable").orElse(free));
    }

    private static OptionalLong linux(String name) {
        try {
            Matcher line = Pattern.compile("^" + name + ":\\s+(\\d+) kB$", Pattern.MULTILINE)
                    .matcher(Files.isReadable(LINUX) ? Files.readString(LINUX) : "");
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * KIBI) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /// ONNX Runtime does not tell, but the driver's own program does.
    private static OptionalLong graphics(int device) {
        ProcessBuilder program = new ProcessBuilder(
                "nvidia-smi", "--id=" + device, "--query-gpu=memory.free", "--format=csv,noheader,nounits");
        try {
            Process process = program.redirectErrorStream(true).start();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return OptionalLong.empty();
            }
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(told) * MEBI) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
