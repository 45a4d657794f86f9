package dev.weft.nodes.api.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/// Tells the mistakes of one marked class, each where it stands, and whether there were any.
final class Complaints {
    private final Messager messager;
    private final TypeElement marked;
    private boolean any;

    Complaints(Messager messager, TypeElement marked) {
        this.messager = messager;
        this.marked = marked;
    }

    boolean any() {
        return any;
    }

    /// The mistake is the class's.
    void ofClass(String sentence) {
        any = true;
        messager.printMessage(Diagnostic.Kind.ERROR, sentence, marked);
    }

    /// The mistake is what the annotation says.
    void ofValue(String sentence, AnnotationMirror annotation, AnnotationValue value) {
        any = true;
        messager.printMessage(Diagnostic.Kind.ERROR, sentence, marked, annotation, value);
    }
}
