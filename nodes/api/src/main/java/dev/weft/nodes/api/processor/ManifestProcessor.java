package dev.weft.nodes.api.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// Writes `META-INF/weft-plugin.json` from the class that is marked with [dev.weft.nodes.api.WeftPlugin], and makes
/// what the host would refuse an error of compilation.
public final class ManifestProcessor extends AbstractProcessor {
    private static final String ANNOTATION = "dev.weft.nodes.api.WeftPlugin";
    private static final String MANIFEST = "META-INF/weft-plugin.json";

    /// The first class that was marked.
    private @Nullable TypeElement first;

    /// For the compiler, which finds this class as a service.
    public ManifestProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ANNOTATION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (TypeElement marked : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                process(marked, annotation);
            }
        }
        return false;
    }

    private void process(TypeElement marked, TypeElement annotation) {
        TypeElement earlier = first;
        if (earlier != null) {
            new Complaints(processingEnv.getMessager(), marked)
                    .ofClass("a jar holds one plugin, and @WeftPlugin marks both " + earlier.getSimpleName() + " and "
                            + marked.getSimpleName() + "; remove one, or move it to a project of its own");
            return;
        }
        first = marked;
        AnnotationMirror values = marked.getAnnotationMirrors().stream()
                .filter(each -> each.getAnnotationType().asElement().equals(annotation))
                .findFirst()
                .orElseThrow();
        Declaration.read(marked, values, processingEnv).ifPresent(manifest -> write(manifest, marked));
    }

    private void write(ManifestText manifest, TypeElement marked) {
        try (OutputStream stream = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", MANIFEST, marked)
                .openOutputStream()) {
            stream.write(manifest.json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            new Complaints(processingEnv.getMessager(), marked)
                    .ofClass(MANIFEST + " could not be written (" + e.getMessage() + ")");
        }
    }
}
