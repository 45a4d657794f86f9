package dev.weft.editor.gallery;

import dev.weft.editor.run.FinishedRun;
import dev.weft.editor.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What people read about a set.
final class SetWords {
    private static final Texts TEXTS = Texts.of(SetWords.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private SetWords() {}

    /// `14:02, seed 10, 9.6 s`
    static String caption(PictureSet set, GalleryLibrary library) {
        List<String> parts = new ArrayList<>();
        parts.add(time(set.made()));
        if (!set.first().seed().isEmpty()) {
            parts.add(TEXTS.get("seed", set.first().seed()));
        }
        library.run(set)
                .flatMap(FinishedRun::took)
                .ifPresent(took -> parts.add(TEXTS.get("seconds", seconds(took.toMillis()))));
        return String.join(", ", parts);
    }

    /// `Today 14:02, 4 pictures, 128 × 128`
    static String details(PictureSet set) {
        MadePicture first = set.first();
        String size = first.width() + " × " + first.height();
        return set.size() == 1
                ? TEXTS.get("details.one", day(set.made()), size)
                : TEXTS.get("details", day(set.made()), Integer.toString(set.size()), size);
    }

    /// `0.97`
    static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String seconds(long milliseconds) {
        return String.format(Locale.getDefault(), "%.1f", milliseconds / 1000.0);
    }

    /// `9 sets, 36 pictures`
    static String count(List<PictureSet> sets) {
        int pictures = sets.stream().mapToInt(PictureSet::size).sum();
        return TEXTS.get("count", sets.size(), pictures);
    }

    private static String time(Instant made) {
        ZonedDateTime when = made.atZone(ZoneId.systemDefault());
        return when.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME.format(when) : date(when);
    }

    private static String day(Instant made) {
        ZonedDateTime when = made.atZone(ZoneId.systemDefault());
        boolean today = when.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        return today ? TEXTS.get("today_at", TIME.format(when)) : date(when) + " " + TIME.format(when);
    }

    private static String date(ZonedDateTime when) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(when);
    }
}
