package dev.weft.graph.json;

import dev.weft.graph.Workflow;

/// Reads the text of a `*.weft.json` file.
public final class WorkflowReader {
    /// Texts of more UTF-16 units than this, and files of more bytes, are refused.
    public static final int MAXIMUM_LENGTH = 64 << 20;

    private WorkflowReader() {}

    /// Makes a workflow from text.
    ///
    /// Unknown keys and unknown node types are kept. A byte order mark at the beginning is passed over.
    ///
    /// @param sourceName where the text came from, for messages
    /// @throws WorkflowFormatException if the text is not JSON, not a workflow, of a newer format version,
    /// longer than [#MAXIMUM_LENGTH] or nested deeper than 200 levels, has a key twice in one object, or a
    /// value of the wrong kind under a known key
    public static Workflow parse(String text, String sourceName) throws WorkflowFormatException {
        if (text.length() > MAXIMUM_LENGTH) {
            throw tooLarge(sourceName);
        }
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        JsonSource source = new JsonSource(json, sourceName);
        JsonValue root = source.parse();
        try {
            return WorkflowMapping.workflow(root);
        } catch (MisplacedValueException misplaced) {
            throw source.problemAt(misplaced.place(), misplaced.problem());
        }
    }

    static WorkflowFormatException tooLarge(String sourceName) {
        return new WorkflowFormatException(
                sourceName,
                "the file is larger than " + (MAXIMUM_LENGTH >> 20)
                        + " MiB, which no workflow is; give a workflow saved by Weft");
    }
}
