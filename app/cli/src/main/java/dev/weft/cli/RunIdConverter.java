package dev.weft.cli;

import dev.weft.runtime.queue.RunId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the number of a run.
final class RunIdConverter implements ITypeConverter<RunId> {
    @Override
    public RunId convert(String text) {
        try {
            return new RunId(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not the number of a run; 'weft queue' and 'weft history'" + " list them");
        }
    }
}
