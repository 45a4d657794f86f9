package dev.weft.nodes.api.processor;

import dev.weft.nodes.api.processor.ManifestText.Needed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/// Reads the annotation of one marked class.
final class Declaration {
    private Declaration() {}

    /// What the manifest will say; nothing if there were mistakes, which have been told.
    static Optional<ManifestText> read(
            TypeElement marked, AnnotationMirror annotation, ProcessingEnvironment environment) {
        Complaints complaints = new Complaints(environment.getMessager(), marked);
        EntryCheck.check(marked, environment, complaints);
        AnnotationTexts texts = new AnnotationTexts(annotation, environment.getElementUtils(), complaints);
        String id = texts.id();
        ManifestText manifest = new ManifestText(
                id,
                texts.version(),
                environment.getElementUtils().getBinaryName(marked).toString(),
                texts.range("weft"),
                depends(texts, id));
        return complaints.any() ? Optional.empty() : Optional.of(manifest);
    }

    private static List<Needed> depends(AnnotationTexts texts, String self) {
        Map<String, Needed> depends = new TreeMap<>();
        for (AnnotationTexts dependency : texts.annotations("depends")) {
            String id = dependency.id();
            Needed needed = new Needed(id, dependency.range("version"), dependency.flag("optional"));
            if (id.equals(self)) {
                dependency.refuse("id", "'" + id + "' is the plugin itself, which need not be named; leave it out");
            } else if (depends.putIfAbsent(id, needed) != null) {
                dependency.refuse("id", "the dependency '" + id + "' is named twice; leave one");
            }
        }
        return List.copyOf(depends.values());
    }
}
