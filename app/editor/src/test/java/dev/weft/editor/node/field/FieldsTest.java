package dev.weft.editor.node.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.editor.EditorFixture;
import dev.weft.editor.Screens;
import dev.weft.editor.document.Document;
import dev.weft.editor.theme.Theme;
import dev.weft.graph.json.WorkflowFile;
import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FieldsTest {
    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Document document;

    @SuppressWarnings("NullAway.Init")
    private VBox form;

    @Start
    void start(Stage stage) throws IOException, WorkflowFormatException {
        EditorFixture editor = EditorFixture.in(folder);
        Path example = Path.of(System.getProperty("weft.home", "../.."), "examples/style-aligned.weft.json");
        document = new Document(WorkflowFile.read(example), Optional.empty());
        Fields fields = editor.get(Fields.class);
        form = new VBox(8);
        for (String parameter : List.of("seed", "steps", "sampler", "strength", "share_attention", "reference_index")) {
            form.getChildren().add(fields.create(document, "sampler", parameter));
        }
        form.getChildren().add(fields.createBare(document, "prompts", "text"));
        form.getChildren().add(fields.create(document, "model", "model"));
        form.setStyle("-fx-padding: 24; -fx-background-color: -weft-panel;");
        Scene scene = new Scene(form, 512, 600);
        editor.get(Theme.class).apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void a_field_alone_sets_its_parameter_and_follows_it(FxRobot robot) {
        robot.clickOn(field(1));
        robot.write("3*10").type(KeyCode.ENTER);
        assertThat(value("steps")).isEqualTo("30");
        robot.interact(document::undo);
        assertThat(value("steps")).isEqualTo("20");
        assertThat(Screens.save(form, "fields-alone")).exists();
    }

    @Test
    void tab_goes_from_field_to_field(FxRobot robot) {
        robot.clickOn(field(1));
        robot.write("12").type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.RIGHT);
        assertThat(value("steps")).isEqualTo("12");
        assertThat(value("strength")).isEqualTo("1.01");
    }

    private Region field(int index) {
        return (Region) form.getChildren().get(index);
    }

    private String value(String parameter) {
        return String.valueOf(
                document.graph().node("sampler").orElseThrow().parameters().get(parameter));
    }
}
