package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.graph.json.WorkflowFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class KillTest {
    private static final int ROUNDS = 8;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothing_that_was_accepted_is_lost_and_nothing_half_written_however_often_processes_are_killed()
            throws IOException, InterruptedException, WorkflowFormatException {
        KillRounds rounds = new KillRounds(folder, 20260301);
        for (int round = 0; round < ROUNDS; round++) {
            rounds.round();
        }
        rounds.finish();
        assertThat(rounds.kills()).as("processes killed").isGreaterThanOrEqualTo(ROUNDS);
    }
}
