package dev.weft.graph.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.weft.graph.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowSchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../docs/weft-workflow.schema.json")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<Error> objections(String text) {
        return SCHEMA.validate(text, InputFormat.JSON);
    }

    private static List<Path> workflows(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".weft.json"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> examples() throws IOException {
        return Stream.concat(
                        workflows(Path.of("../examples")).stream(),
                        workflows(Path.of("src/test/resources/examples")).stream())
                .toList();
    }

    @Test
    void there_are_examples() throws IOException {
        assertThat(workflows(Path.of("../examples"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_obeys_the_schema_and_is_read_and_written_again(Path example)
            throws IOException, WorkflowFormatException {
        assertThat(objections(Files.readString(example))).isEmpty();
        Workflow workflow = WorkflowFile.read(example);
        assertThat(WorkflowReader.parse(WorkflowWriter.toText(workflow), "again"))
                .isEqualTo(workflow);
    }

    @Test
    void the_schema_obeys_the_schema_of_schemas() throws IOException {
        Schema schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(schemas.validate(Files.readString(Path.of("../docs/weft-workflow.schema.json")), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"weft\": 3}",
                "{\"weft\": \"1\"}",
                "{\"weft\": 1, \"title\": 1}",
                "{\"weft\": 1, \"nodes\": {}}",
                "{\"weft\": 1, \"nodes\": [1]}",
                "{\"weft\": 1, \"nodes\": [{\"type\": \"a:b\"}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\"}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"\", \"type\": \"a:b\"}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"KSampler\"}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\\n\"}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\", \"version\": 0}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\", \"version\": 1.5}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\", \"version\": 2147483648}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\", \"position\": [1]}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\", \"position\": [1, \"2\"]}]}",
                "{\"weft\": 1, \"nodes\": [{\"id\": \"a\", \"type\": \"a:b\", \"parameters\": []}]}",
                "{\"weft\": 1, \"links\": [{\"from\": \"a.b\"}]}",
                "{\"weft\": 1, \"links\": [{\"from\": \"a\", \"to\": \"b.c\"}]}",
                "{\"weft\": 1, \"links\": [{\"from\": \"a.\", \"to\": \"b.c\"}]}",
                "{\"weft\": 1, \"links\": [{\"from\": \".a\", \"to\": \"b.c\"}]}",
                "{\"weft\": 1, \"groups\": [{}]}",
                "{\"weft\": 1, \"notes\": [{\"text\": \"a\", \"bounds\": [1, 2, 3]}]}",
                "{\"weft\": 1, \"view\": null}",
                "{\"weft\": 1, \"view\": {\"zoom\": 1}}"
            })
    void a_bad_document_is_refused_by_schema_and_reader_alike(String text) {
        assertThat(objections(text)).isNotEmpty();
        assertThat(catchThrowable(() -> WorkflowReader.parse(text, "text")))
                .isInstanceOf(WorkflowFormatException.class);
    }

    @Provide
    Arbitrary<Workflow> arbitraryWorkflows() {
        return Workflows.workflows();
    }

    @Property(tries = 100)
    void whatever_is_written_obeys_the_schema(@ForAll("arbitraryWorkflows") Workflow workflow) {
        String text = WorkflowWriter.toText(workflow);

        assertThat(objections(text)).as(text).isEmpty();
    }
}
