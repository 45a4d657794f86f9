package dev.weft.models.backend;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory there is where models run.
final class DeviceMemory implements MemoryGauge {
    private static final Path LINUX = Path.of("/proc/meminfo");
    /// What a container's files take in memory and would give back, in both generations of control groups.
    private static final Map<Path, String> CONTAINER_FILES = Map.of(
            Path.of("/sys/fs/cgroup/memory.stat"), "inactive_file",
            Path.of("/sys/fs/cgroup/memory/memory.stat"), "total_inactive_file");

    private static final long KIBI = 1L << 10;
    private static final long MEBI = 1L << 20;
    private static final int MOST_SECONDS = 5;

    private final Supplier<Backend> backend;

    /// @param backend where models run at the time of the question
    DeviceMemory(Supplier<Backend> backend) {
        this.backend = backend;
    }

    @Override
    public OptionalLong free() {
        return switch (backend.get()) {
            case Backend.Cpu() -> processor();
            case Backend.Cuda(int device) -> graphics(device, "memory.free");
        };
    }

    @Override
    public OptionalLong total() {
        return switch (backend.get()) {
            case Backend.Cpu() ->
                machine().map(OperatingSystemMXBean::getTotalMemorySize).stream()
                        .mapToLong(Long::longValue)
                        .findFirst();
            case Backend.Cuda(int device) -> graphics(device, "memory.total");
        };
    }

    private static Optional<OperatingSystemMXBean> machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? Optional.of(machine)
                : Optional.empty();
    }

    /// Linux counts what it could take back from its caches; of a container that has to be added.
    private static OptionalLong processor() {
        if (machine().isEmpty()) {
            return OptionalLong.empty();
        }
        OperatingSystemMXBean machine = machine().get();
        OptionalLong total = number(LINUX, "MemTotal:");
        boolean contained = total.isPresent() && machine.getTotalMemorySize() < KIBI * total.getAsLong();
        if (contained) {
            long files = CONTAINER_FILES.entrySet().stream()
                    .mapToLong(each -> number(each.getKey(), each.getValue()).orElse(0))
                    .sum();
            return OptionalLong.of(machine.getFreeMemorySize() + files);
        }
        OptionalLong available = number(LINUX, "MemAvailable:");
        return OptionalLong.of(available.isPresent() ? KIBI * available.getAsLong() : machine.getFreeMemorySize());
    }

    /// The number behind a word at the beginning of a line.
    private static OptionalLong number(Path file, String word) {
        try {
            Matcher line = Pattern.compile("^" + word + "\\s+(\\d{1,18})\\b", Pattern.MULTILINE)
                    .matcher(Files.isReadable(file) ? Files.readString(file) : "");
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /// ONNX Runtime does not tell, but the driver's own program does.
    private static OptionalLong graphics(int device, String asked) {
        ProcessBuilder program = new ProcessBuilder(
                "nvidia-smi", "--id=" + device, "--query-gpu=" + asked, "--format=csv,noheader,nounits");
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
