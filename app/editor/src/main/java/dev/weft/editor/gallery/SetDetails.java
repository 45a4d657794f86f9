package dev.weft.editor.gallery;

import dev.weft.editor.document.Document;
import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.text.Texts;
import dev.weft.editor.window.Choice;
import dev.weft.editor.window.DocumentPage.Kind;
import dev.weft.editor.window.ShownFiles;
import dev.weft.editor.window.Toasts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the picked set was made with, and what can be done with it.
final class SetDetails extends VBox {
    private static final Texts TEXTS = Texts.of(SetDetails.class);
    private static final double PICTURE = 69;
    private static final int MOST = 8;

    private final GalleryLibrary library;
    private final Comparison comparison;
    private final GalleryServices services;
    private final VBox content = new VBox();
    private final Button star = icon("fltrmz-star-20");
    private final Button bin = icon("fltral-delete-20");
    private final HBox foot = new HBox();

    SetDetails(GalleryLibrary library, Comparison comparison, GalleryServices services) {
        this.library = library;
        this.comparison = comparison;
        this.services = services;
        getStyleClass().add("set-details");
        Label title = new Label(TEXTS.get("details_title"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        star.setId("favourite");
        HBox head = new HBox(title, star);
        head.getStyleClass().add("drawer-head");
        content.getStyleClass().add("set-details-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        foot.getStyleClass().add("set-details-foot");
        bin.setId("bin");
        getChildren().addAll(head, scroll, foot);
    }

    /// Shows the set that is picked now.
    void update() {
        content.getChildren().clear();
        foot.getChildren().clear();
        Optional<PictureSet> picked = comparison.second();
        star.setVisible(picked.isPresent());
        picked.ifPresent(this::show);
    }

    private void show(PictureSet set) {
        boolean favourite = library.favourite(set);
        star.setGraphic(new FontIcon(favourite ? "fltfmz-star-20" : "fltrmz-star-20"));
        describe(star, TEXTS.get(favourite ? "menu.unstar" : "menu.star"));
        star.setOnAction(_ -> library.setFavourite(set, !favourite));
        Label title = new Label(set.title());
        title.getStyleClass().addAll("head", "wrap");
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label line = new Label(SetWords.details(set));
        line.getStyleClass().add("text-3");
        content.getChildren().addAll(pictures(set), title, line, buttons(set), rule());
        prompts(SetFacts.of(set).prompts());
        rows(TEXTS.get("settings"), SetSettings.of(set), List.of());
        measured(set);
        foot(set);
    }

    private HBox pictures(PictureSet set) {
        HBox strip = new HBox();
        strip.getStyleClass().add("set-strip");
        double side = Math.min(PICTURE, (4 * PICTURE) / Math.min(MOST, Math.max(4, set.size())));
        List<Path> files = set.files();
        for (int row = 0; row < Math.min(MOST, files.size()); row++) {
            int index = row;
            ImageView view = services.thumbnails().view(files.get(row), side);
            view.setOnMouseClicked(_ -> services.opener().open(files, index));
            view.setPickOnBounds(true);
            strip.getChildren().add(view);
        }
        return strip;
    }

    private VBox buttons(PictureSet set) {
        Button open = new Button(TEXTS.get("open_workflow"), new FontIcon("fltrmz-organization-20"));
        open.setId("open-workflow");
        open.getStyleClass().add("primary");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setDisable(set.workflow().isEmpty());
        open.setOnAction(_ -> set.workflow().ifPresent(workflow -> {
            services.workspace().open(new Document(workflow, Optional.empty()));
            services.control().pageProperty().set(Kind.GRAPH);
        }));
        Button files = new Button(TEXTS.get("show_files"), new FontIcon("fltfal-folder-open-20"));
        files.setId("show-files");
        files.setMaxWidth(Double.MAX_VALUE);
        files.setOnAction(_ -> services.files().show(set.key()));
        VBox box = new VBox(open, files);
        box.getStyleClass().add("set-buttons");
        return box;
    }

    private void prompts(List<String> prompts) {
        if (prompts.isEmpty()) {
            return;
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("prompt-lines");
        for (int row = 0; row < prompts.size(); row++) {
            Label number = new Label(Integer.toString(row + 1));
            number.getStyleClass().addAll("mono", row == 0 ? "text-accent" : "text-3");
            number.setMinWidth(14);
            Label words = new Label(prompts.get(row));
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(number, words);
            line.getStyleClass().add("prompt-line");
            lines.getChildren().add(line);
        }
        content.getChildren().addAll(section(TEXTS.get("prompts")), lines);
    }

    private void measured(PictureSet set) {
        List<SetSettings.Row> rows = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        Optional<SetScores> plain = comparison.first().flatMap(library::scores);
        library.scores(set).ifPresent(scores -> {
            rows.add(
                    new SetSettings.Row(TEXTS.get("measured.consistency"), SetWords.score(scores.consistency()), true));
            beside.add(plain.map(other -> "A " + SetWords.score(other.consistency()))
                    .orElse(""));
            scores.alignment().ifPresent(value -> {
                rows.add(new SetSettings.Row(TEXTS.get("measured.alignment"), SetWords.score(value), true));
                beside.add(plain.filter(other -> other.alignment().isPresent())
                        .map(other -> "A " + SetWords.score(other.alignment().getAsDouble()))
                        .orElse(""));
            });
        });
        library.run(set).flatMap(FinishedRun::took).ifPresent(took -> {
            rows.add(new SetSettings.Row(
                    TEXTS.get("measured.time"), TEXTS.get("seconds", SetWords.seconds(took.toMillis())), true));
            beside.add("");
        });
        rows(TEXTS.get("measured"), rows, beside);
    }

    private void rows(String title, List<SetSettings.Row> rows, List<String> beside) {
        if (rows.isEmpty()) {
            return;
        }
        content.getChildren().add(section(title));
        for (int index = 0; index < rows.size(); index++) {
            SetSettings.Row row = rows.get(index);
            Label name = new Label(row.name());
            name.getStyleClass().add("text-3");
            name.setMinWidth(104);
            Label value = new Label(row.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            if (row.figure()) {
                value.getStyleClass().add("mono");
            }
            Label more = new Label(index < beside.size() ? beside.get(index) : "");
            more.getStyleClass().add("text-3");
            HBox line = new HBox(name, value, more);
            line.getStyleClass().add("setting-line");
            content.getChildren().add(line);
        }
    }

    private void foot(PictureSet set) {
        Button copy = new Button(TEXTS.get("copy_settings"), new FontIcon("fltral-copy-20"));
        copy.setId("copy-settings");
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> {
            ShownFiles.copy(SetSettings.text(set));
            services.toasts().show(Toasts.Kind.OK, TEXTS.get("copied"));
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        foot.getChildren().addAll(copy, space);
        boolean binned = library.binned(set);
        if (binned) {
            Button restore = new Button(TEXTS.get("menu.restore"));
            restore.setId("restore");
            restore.getStyleClass().add("quiet");
            restore.setOnAction(_ -> library.setBinned(set, false));
            foot.getChildren().add(restore);
        }
        describe(bin, TEXTS.get(binned ? "delete" : "menu.bin"));
        bin.setOnAction(_ -> {
            if (binned) {
                ask(set);
            } else {
                library.setBinned(set, true);
            }
        });
        foot.getChildren().add(bin);
    }

    private void ask(PictureSet set) {
        services.dialogs()
                .ask(
                        TEXTS.get("delete.title"),
                        TEXTS.get("delete.text", set.title(), set.size()),
                        List.of(
                                Choice.cancel(TEXTS.get("delete.cancel")),
                                Choice.danger(TEXTS.get("delete"), () -> delete(set))));
    }

    private void delete(PictureSet set) {
        try {
            library.delete(set);
        } catch (IOException e) {
            services.toasts().show(Toasts.Kind.ERROR, TEXTS.get("delete.failed", String.valueOf(e.getMessage())));
        }
    }

    private static Label section(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("caption", "medium", "text-2", "details-section");
        return label;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private static Button icon(String literal) {
        Button button = new Button();
        button.setGraphic(new FontIcon(literal));
        button.getStyleClass().addAll("quiet", "icon-button");
        return button;
    }

    private static void describe(Button button, String words) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }
}
