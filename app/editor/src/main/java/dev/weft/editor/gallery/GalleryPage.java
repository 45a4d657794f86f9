package dev.weft.editor.gallery;

import dev.weft.editor.text.Texts;
import dev.weft.editor.window.DocumentPage;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The gallery: shelves at the left, the pictures of the sets that are picked, the sets of a shelf at the foot,
/// what the
/// picked set was made with at the right.
final class GalleryPage implements DocumentPage {
    private static final Texts TEXTS = Texts.of(GalleryPage.class);
    private static final double DETAILS_FROM = 900;
    private static final double SCORES_FROM = 720;
    private static final double LINE_STEP = 0.02;

    private final GalleryLibrary library;
    private final Comparison comparison;
    private final ShelfList shelves;
    private final CompareBar bar;
    private final CompareArea area;
    private final ScoreColumn scores;
    private final RunStrip strip;
    private final SetDetails details;
    private final HBox pictures;
    private final BorderPane root = new BorderPane();
    private final Subscription subscription;

    GalleryPage(GalleryLibrary library, GalleryServices services) {
        this.library = library;
        this.comparison = new Comparison(library);
        shelves = new ShelfList(library);
        bar = new CompareBar(comparison);
        area = new CompareArea(comparison, services.thumbnails(), services.opener());
        scores = new ScoreColumn(library, comparison, services.thumbnails(), services.toasts());
        strip = new RunStrip(library, comparison, services.thumbnails());
        details = new SetDetails(library, comparison, services);
        HBox.setHgrow(area, Priority.ALWAYS);
        pictures = new HBox(area, scores);
        pictures.getStyleClass().add("gallery-pictures");
        pictures.setFocusTraversable(true);
        pictures.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> pictures.requestFocus());
        VBox.setVgrow(pictures, Priority.ALWAYS);
        VBox middle = new VBox(bar, pictures, hint(), strip);
        middle.setMinWidth(0);
        root.getStyleClass().add("gallery");
        root.setLeft(shelves);
        root.setCenter(middle);
        root.setRight(details);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.widthProperty().subscribe(_ -> fit());
        subscription = Subscription.combine(
                library.versionProperty().subscribe(_ -> refresh()),
                shelves.shelfProperty().subscribe(_ -> fillStrip()),
                shelves.wordsProperty().subscribe(_ -> fillStrip()),
                comparison.modeProperty().subscribe(_ -> show()),
                comparison.firstProperty().subscribe(_ -> show()),
                comparison.secondProperty().subscribe(_ -> show()),
                comparison.onlyProperty().subscribe(_ -> area.update()));
    }

    private HBox hint() {
        HBox hint = new HBox(
                SetCard.badge(Comparison.Side.A),
                new Label(TEXTS.get("hint.left")),
                grow(),
                key("A"),
                key("B"),
                new Label(TEXTS.get("hint.one")),
                grow(),
                new Label(TEXTS.get("hint.right")),
                SetCard.badge(Comparison.Side.B));
        hint.getStyleClass().add("compare-hint");
        hint.visibleProperty()
                .bind(comparison
                        .modeProperty()
                        .flatMap(mode -> comparison
                                .firstProperty()
                                .map(first -> first.isPresent() && mode == Comparison.Mode.WIPE)));
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static Label key(String name) {
        Label key = new Label(name);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    private void fit() {
        double width = root.getWidth();
        details.setVisible(width >= DETAILS_FROM);
        details.setManaged(width >= DETAILS_FROM);
        double middle = width - shelves.getWidth() - (details.isManaged() ? details.getWidth() : 0);
        scores.setVisible(middle >= SCORES_FROM);
        scores.setManaged(middle >= SCORES_FROM);
    }

    private void refresh() {
        shelves.update();
        comparison.follow();
        fillStrip();
        show();
    }

    private void fillStrip() {
        List<PictureSet> sets = library.sets(
                shelves.shelfProperty().get(), shelves.wordsProperty().get());
        strip.show(shelves.title(), sets);
    }

    private void show() {
        bar.update();
        area.update();
        scores.update();
        details.update();
        fillStrip();
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case A -> comparison.toggle(Comparison.Side.A);
            case B -> comparison.toggle(Comparison.Side.B);
            case LEFT -> comparison.moveLine(-LINE_STEP);
            case RIGHT -> comparison.moveLine(LINE_STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public Region region() {
        return root;
    }

    @Override
    public void shown() {
        library.refresh();
        pictures.requestFocus();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
