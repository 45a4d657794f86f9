package dev.weft.cli;

import dev.weft.models.bundle.Bundle;
import dev.weft.models.bundle.BundleCatalog;
import dev.weft.models.bundle.BundleException;
import dev.weft.models.bundle.BundleReader;
import dev.weft.models.bundle.ControlNetCatalog;
import dev.weft.models.bundle.LoraCatalog;
import dev.weft.nodes.api.Folders;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `weft models`.
@Command(
        name = "models",
        header = "Lists the models, ControlNets and LoRAs that workflows can name.",
        description = {
            "",
            "A model is a folder with a model_index.json, in Weft's folder models or one given with --models. A model"
                    + " that cannot be used is listed with the reason.",
            "",
            "A ControlNet comes with a model, in a folder whose name begins with controlnet, or lies beside the models in"
                    + " such a folder.",
            "",
            "A LoRA is a .safetensors file in the folder loras beside the models."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  weft models", "  weft models --models ~/diffusion"})
final class ModelsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Folders folders = session.installation().folders(common.models(), Path.of("output"));
        Map<String, Path> found;
        Map<String, Path> controlNets;
        Map<String, Path> loras;
        try {
            found = new BundleCatalog(folders.models()).list();
            controlNets = new ControlNetCatalog(folders.models()).beside();
            loras = new LoraCatalog(folders.models()).list();
        } catch (UncheckedIOException e) {
            session.complain("a folder of models cannot be read (" + e.getCause() + "); check its permissions");
            return ExitCode.FAILED;
        } catch (BundleException e) {
            session.complain(String.valueOf(e.getMessage()));
            return ExitCode.FAILED;
        }
        if (found.isEmpty()) {
            session.complain("there are no models in " + folders.models() + "; name another folder with --models");
        }
        found.forEach(this::describe);
        controlNets.forEach(this::describeControlNet);
        loras.forEach(this::describeLora);
        return ExitCode.DONE;
    }

    private void describe(String name, Path folder) {
        PrintStream out = session.terminal().out();
        out.println(name);
        out.println("  " + folder);
        try {
            Bundle bundle = BundleReader.read(folder);
            out.println("  " + String.join(", ", parts(bundle)));
            bundle.remarks().forEach(remark -> out.println("  note: " + remark));
        } catch (BundleException e) {
            out.println("  cannot be used: " + e.getMessage());
        }
    }

    private void describeControlNet(String name, Path file) {
        PrintStream out = session.terminal().out();
        out.println("ControlNet " + name);
        out.println("  " + file);
    }

    private void describeLora(String name, Path file) {
        PrintStream out = session.terminal().out();
        out.println("LoRA " + name);
        out.println("  " + file);
        out.println("  " + LoraCatalog.summary(file));
    }

    private static List<String> parts(Bundle bundle) {
        List<String> parts = new ArrayList<>();
        bundle.sampleSize().ifPresent(size -> {
            int pixels = size * bundle.latents().downscale();
            parts.add(pixels + "×" + pixels + " pixels");
        });
        int encoders = bundle.textModels().size();
        parts.add(encoders == 1 ? "text encoder" : encoders + " text encoders");
        bundle.vaeDecoder().ifPresent(decoder -> parts.add("picture decoder"));
        bundle.vaeEncoder().ifPresent(encoder -> parts.add("picture encoder"));
        if (!bundle.controlNets().isEmpty()) {
            parts.add("ControlNet "
                    + String.join(
                            ", ",
                            bundle.controlNets().keySet().stream().sorted().toList()));
        }
        return parts;
    }
}
