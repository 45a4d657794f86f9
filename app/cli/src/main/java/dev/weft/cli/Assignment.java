package dev.weft.cli;

/// One `--set NODE.PARAMETER=VALUE`. The first `=` ends the address, and the last `.` before it divides it, so that
/// titles with dots can be written.
///
/// @param node id or title of a node
/// @param parameter name of one of its parameters
/// @param value what to set it to, as written
record Assignment(String node, String parameter, String value) {
    /// @throws IllegalArgumentException if the text has another form
    static Assignment parse(String text) {
        int equals = text.indexOf('=');
        int dot = equals < 0 ? -1 : text.lastIndexOf('.', equals);
        if (dot <= 0 || dot == equals - 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' sets nothing; write NODE.PARAMETER=VALUE, such as sampler.seed=10");
        }
        return new Assignment(text.substring(0, dot), text.substring(dot + 1, equals), text.substring(equals + 1));
    }

    @Override
    public String toString() {
        return "--set " + node + "." + parameter;
    }
}
