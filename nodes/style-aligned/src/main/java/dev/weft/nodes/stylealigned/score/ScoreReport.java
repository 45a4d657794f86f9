package dev.weft.nodes.stylealigned.score;

import dev.weft.models.metrics.SetScore;
import java.util.List;

/// What was found out about one set of pictures.
///
/// @param title what the set is called
/// @param judges the name of the models that scored it
/// @param names what each picture is called
/// @param score the scores
/// @param remarks what a reader should know beside, one sentence each
public record ScoreReport(String title, String judges, List<String> names, SetScore score, List<String> remarks) {
    /// Takes copies of the lists.
    public ScoreReport {
        names = List.copyOf(names);
        remarks = List.copyOf(remarks);
    }
}
