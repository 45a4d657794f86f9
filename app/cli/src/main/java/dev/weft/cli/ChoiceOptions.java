package dev.weft.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// Options that choose which output nodes are run.
final class ChoiceOptions {
    @Option(
            names = "--only",
            paramLabel = "NODE",
            description = "Run only for the output node with this id or title, and what it needs. Problems elsewhere do"
                    + " not matter then. May be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--partly",
            description = "Where problems keep some output nodes from running, run the others. The exit code is that of"
                    + " a faulty workflow all the same.")
    private boolean partly;

    Choice choice() {
        return new Choice(List.copyOf(only), partly);
    }
}
