package dev.weft.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.ExposedParameter;
import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExampleLayoutTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json");

    @Test
    void the_first_example_is_written_as_weft_writes_it() throws IOException, WorkflowFormatException {
        assertThat(WorkflowWriter.toText(WorkflowFile.read(EXAMPLE))).isEqualTo(Files.readString(EXAMPLE));
    }

    @Test
    void every_field_of_its_form_is_a_parameter_of_a_node(@TempDir Path folder)
            throws IOException, WorkflowFormatException {
        Workflow workflow = WorkflowFile.read(EXAMPLE);
        assertThat(workflow.form()).hasSizeGreaterThanOrEqualTo(5);
        try (EditorFixture editor = EditorFixture.in(folder)) {
            for (ExposedParameter field : workflow.form()) {
                assertThat(workflow.node(field.node())
                                .flatMap(node -> editor.runtime().nodeTypes().find(node.type()))
                                .flatMap(type -> type.parameter(field.parameter())))
                        .as(field.name())
                        .isPresent();
            }
        }
    }
}
