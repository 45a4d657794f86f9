package dev.weft.editor.gallery;

import dev.weft.graph.Workflow;
import dev.weft.graph.json.WorkflowFormatException;
import dev.weft.graph.json.WorkflowReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts pictures together that one run made: neighbours by number, from the same workflow, written shortly
/// after one
/// another.
final class SetGrouping {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Map<String, Optional<Workflow>> workflows = new HashMap<>();

    /// The sets, the last one made first.
    List<PictureSet> sets(List<MadePicture> pictures) {
        List<MadePicture> ordered = new ArrayList<>(pictures);
        ordered.sort(Comparator.comparing((MadePicture picture) -> picture.stem())
                .thenComparing(picture -> picture.file().toString()));
        List<PictureSet> sets = new ArrayList<>();
        List<MadePicture> current = new ArrayList<>();
        for (MadePicture picture : ordered) {
            if (!current.isEmpty() && !together(current.getLast(), picture)) {
                sets.add(set(current));
                current.clear();
            }
            current.add(picture);
        }
        if (!current.isEmpty()) {
            sets.add(set(current));
        }
        sets.sort(Comparator.comparing(PictureSet::made)
                .reversed()
                .thenComparing(set -> set.key().toString()));
        return sets;
    }

    private static boolean together(MadePicture before, MadePicture after) {
        return before.stem().equals(after.stem())
                && !before.workflow().isEmpty()
                && before.workflow().equals(after.workflow())
                && Duration.between(before.written(), after.written()).abs().compareTo(LONGEST_PAUSE) <= 0;
    }

    private PictureSet set(List<MadePicture> pictures) {
        MadePicture first = pictures.getFirst();
        Optional<Workflow> workflow = workflows.computeIfAbsent(first.workflow(), SetGrouping::parse);
        String title = workflow.map(Workflow::title)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> first.stem().replaceFirst(".*[/\\\\]", ""));
        return new PictureSet(title, pictures, workflow);
    }

    private static Optional<Workflow> parse(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(WorkflowReader.parse(text, "a picture"));
        } catch (WorkflowFormatException e) {
            // A picture of another program, whose workflow is for somebody else.
            return Optional.empty();
        }
    }
}
