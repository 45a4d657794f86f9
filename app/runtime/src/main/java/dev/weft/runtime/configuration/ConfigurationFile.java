package dev.weft.runtime.configuration;

import dev.weft.graph.json.JsonString;
import dev.weft.graph.types.Parameter;
import dev.weft.graph.types.ParameterValues;
import dev.weft.nodes.api.record.ParameterRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file in which a user configures one plugin: a JSON object with a member for each parameter of a record.
///
/// @param path where it lies, or will lie when its defaults are written
public record ConfigurationFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFile.class);

    /// Reads the file, in which keys may be missing. Where there is none, one with all defaults is written; if that
    /// cannot be, the defaults count all the same.
    ///
    /// @param form what the file may say
    /// @throws ConfigurationException if it says anything else, or the record's constructor refuses it
    public <T extends Record> T read(ParameterRecord<T> form) throws ConfigurationException {
        List<Parameter> parameters = form.parameters();
        Map<String, Object> values = new HashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.initialValue()));
        if (Files.exists(path)) {
            values.putAll(new ConfigurationText(path, parameters).read(text()));
        } else {
            writeDefaults(parameters);
        }
        try {
            return form.make(new ParameterValues(values));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(path + ": " + e.getMessage());
        }
    }

    private byte[] text() throws ConfigurationException {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ConfigurationException(
                    path + ": the configuration cannot be read (" + e.getMessage() + "); make it readable");
        }
    }

    /// Written aside and moved, so that nobody ever sees half a file; what somebody else has written meanwhile stays.
    private void writeDefaults(List<Parameter> parameters) {
        String text = parameters.stream()
                .map(parameter -> "  " + new JsonString(parameter.name()) + ": " + json(parameter.initialValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        Path aside = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(aside.toAbsolutePath().getParent());
            Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
            Files.move(aside, path);
        } catch (FileAlreadyExistsException e) {
            LOG.info("{} was written by somebody else meanwhile", path);
        } catch (IOException e) {
            LOG.warn("{}: the configuration with its defaults could not be written ({})", path, e.getMessage());
        } finally {
            remove(aside);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} could not be removed", file, e);
        }
    }

    private static String json(Object value) {
        return value instanceof String text ? new JsonString(text).toString() : value.toString();
    }
}
