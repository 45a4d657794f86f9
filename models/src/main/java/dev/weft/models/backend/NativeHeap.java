package dev.weft.models.backend;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The C library's memory, in which ONNX Runtime keeps models on the processor.
///
/// The GNU C library keeps what is freed for later: after the starter model was closed, 90 % of what it had taken still
/// belonged to the process. On other systems nothing has to be done.
final class NativeHeap {
    private static final Logger LOG = LoggerFactory.getLogger(NativeHeap.class);
    private static final Optional<MethodHandle> TRIM = find();

    private NativeHeap() {}

    @SuppressWarnings("restricted") // where native access is denied, nothing is looked up
    private static Optional<MethodHandle> find() {
        if (!NativeHeap.class.getModule().isNativeAccessEnabled()) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("malloc_trim")
                .map(trim -> linker.downcallHandle(
                        trim, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
    }

    /// Gives what is free back to the system: tens of milliseconds.
    static void trim() {
        if (TRIM.isPresent()) {
            try {
                int released = (int) TRIM.get().invokeExact(0L);
                LOG.debug("Free memory was given back: {}", released);
            } catch (Throwable e) {
                throw new IllegalStateException("malloc_trim cannot fail.", e);
            }
        }
    }
}
