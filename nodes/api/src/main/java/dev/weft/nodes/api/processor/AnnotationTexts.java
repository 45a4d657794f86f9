package dev.weft.nodes.api.processor;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;

/// What one annotation says, its defaults included.
final class AnnotationTexts {
    private final AnnotationMirror annotation;
    private final Map<? extends ExecutableElement, ? extends AnnotationValue> values;
    private final Elements elements;
    private final Complaints complaints;

    AnnotationTexts(AnnotationMirror annotation, Elements elements, Complaints complaints) {
        this.annotation = annotation;
        this.values = elements.getElementValuesWithDefaults(annotation);
        this.elements = elements;
        this.complaints = complaints;
    }

    String id() {
        return text(
                "id",
                Wording::isId,
                "is not a plugin's id; write lower-case letters, digits, '_' and '-', beginning with a letter, at most"
                        + " 64 characters");
    }

    String version() {
        return text(
                "version",
                Wording::isVersion,
                "is not a version; write three numbers, such as 1.2.0, and if you like a pre-release, such as"
                        + " 1.2.0-beta.1");
    }

    String range(String name) {
        return text(name, Wording::isRange, "is not a range of versions; write one such as ^1.2, 1.x or >=1.2 & <2.0");
    }

    boolean flag(String name) {
        return value(name).getValue().equals(true);
    }

    List<AnnotationTexts> annotations(String name) {
        return value(name).getValue() instanceof List<?> list
                ? list.stream()
                        .filter(AnnotationValue.class::isInstance)
                        .map(each -> ((AnnotationValue) each).getValue())
                        .filter(AnnotationMirror.class::isInstance)
                        .map(each -> new AnnotationTexts((AnnotationMirror) each, elements, complaints))
                        .toList()
                : List.of();
    }

    /// Tells a mistake in the value of this name.
    void refuse(String name, String sentence) {
        complaints.ofValue(sentence, annotation, value(name));
    }

    private String text(String name, Predicate<String> form, String complaint) {
        String text = value(name).getValue().toString();
        if (!form.test(text)) {
            refuse(name, "'" + text + "' " + complaint);
        }
        return text;
    }

    private AnnotationValue value(String name) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().getSimpleName().contentEquals(name))
                .map(Map.Entry::getValue)
                .map(AnnotationValue.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
