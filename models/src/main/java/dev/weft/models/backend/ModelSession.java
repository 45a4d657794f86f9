package dev.weft.models.backend;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// An opened model: what it takes and gives, and how to run it.
///
/// Several threads may run one session at a time.
public final class ModelSession implements AutoCloseable {
    private final String name;
    private final OrtSession session;
    private final SessionClock clock;
    private final Map<String, ModelPort> inputs;
    private final Map<String, ModelPort> outputs;

    /// Takes hold of the session, and closes it if it cannot be used.
    ModelSession(String name, OrtSession session, SessionClock clock) throws OrtException {
        this.name = name;
        this.session = session;
        this.clock = clock;
        try {
            this.inputs = ports(session.getInputInfo());
            this.outputs = ports(session.getOutputInfo());
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /// What is made of this session, which is closed if that fails.
    ///
    /// @param made takes hold of the session
    public <T> T into(Function<ModelSession, T> made) {
        try {
            return made.apply(this);
        } catch (RuntimeException | Error e) {
            try {
                close();
            } catch (ModelException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private static Map<String, ModelPort> ports(Map<String, NodeInfo> declared) {
        Map<String, ModelPort> ports = new LinkedHashMap<>();
        declared.forEach((key, node) -> {
            if (node.getInfo() instanceof TensorInfo tensor) {
                ports.put(key, ModelPort.of(key, tensor));
            }
        });
        return Collections.unmodifiableMap(ports);
    }

    /// What the model is called in messages: its file.
    public String name() {
        return name;
    }

    /// The tensors that the model takes, by name, in the file's order.
    public Map<String, ModelPort> inputs() {
        return inputs;
    }

    /// The tensors that the model gives, by name, in the file's order.
    public Map<String, ModelPort> outputs() {
        return outputs;
    }

    /// Memory for one input in the given shape. The caller closes it.
    ///
    /// @throws MemoryException if there is too little memory
    /// @throws ModelException if the model's element type cannot be fed
    public ModelInput allocate(ModelPort input, long... shape) {
        try {
            return new ModelInput(input, shape);
        } catch (OrtException e) {
            throw new ModelException(
                    "There is no memory for input " + input.name() + " of " + name + ": " + OrtMessages.reason(e) + ".",
                    e);
        } catch (OutOfMemoryError | ArithmeticException e) {
            throw shortOfMemory("its input " + input.name() + " is too large", e);
        }
    }

    /// Computes the wanted outputs, in the order in which they are wanted.
    ///
    /// @throws MemoryException if there is too little memory for inputs of this size
    /// @throws ModelException if ONNX Runtime cannot run the model on these inputs
    /// @throws java.util.concurrent.CancellationException if the run was stopped
    public List<ModelOutput> run(Collection<ModelInput> values, List<String> wanted, StopSignal stop) {
        Map<String, OnnxTensor> fed = new LinkedHashMap<>();
        for (ModelInput value : values) {
            fed.put(value.name(), value.tensor());
        }
        try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            stop.enter(options);
            try (OrtSession.Result result = timed(fed, Set.copyOf(wanted), options)) {
                List<ModelOutput> computed = new ArrayList<>();
                for (String output : wanted) {
                    computed.add(ModelOutput.of(
                            name, output, (OnnxTensor) result.get(output).orElseThrow()));
                }
                return computed;
            } finally {
                stop.leave(options);
            }
        } catch (OrtException e) {
            stop.throwIfStopped();
            if (OrtMessages.tellsOfMemory(e)) {
                throw shortOfMemory(OrtMessages.reason(e), e);
            }
            throw new ModelException("The model " + name + " failed: " + OrtMessages.reason(e) + ".", e);
        } catch (OutOfMemoryError e) {
            throw shortOfMemory("its output is too large for the JVM", e);
        }
    }

    private MemoryException shortOfMemory(String reason, Throwable cause) {
        return new MemoryException(
                "The model " + name + " needs more memory than there is (" + reason
                        + "); draw smaller pictures, or end other programs.",
                cause);
    }

    private OrtSession.Result timed(Map<String, OnnxTensor> fed, Set<String> wanted, OrtSession.RunOptions options)
            throws OrtException {
        try (SessionClock.Timing _ = clock.startRunning(name)) {
            return session.run(fed, wanted, options);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("The model " + name + " could not be closed: " + OrtMessages.reason(e) + ".", e);
        }
    }
}
