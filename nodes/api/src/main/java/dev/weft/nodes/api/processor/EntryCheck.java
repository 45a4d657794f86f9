package dev.weft.nodes.api.processor;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/// Whether the host could make an instance of a marked class.
final class EntryCheck {
    private static final String PLUGIN = "dev.weft.nodes.api.Plugin";

    private EntryCheck() {}

    static void check(TypeElement marked, ProcessingEnvironment environment, Complaints complaints) {
        String name = marked.getSimpleName().toString();
        boolean plain = marked.getKind() == ElementKind.CLASS || marked.getKind() == ElementKind.RECORD;
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(marked.getEnclosedElements());
        if (!plain || marked.getModifiers().contains(Modifier.ABSTRACT)) {
            complaints.ofClass("Weft makes one instance of the class that @WeftPlugin marks, and of " + name
                    + " none can be made; mark a class that is not abstract");
        } else if (!isPlugin(marked, environment)) {
            complaints.ofClass(name + " is marked with @WeftPlugin and is no plugin; let it implement " + PLUGIN);
        } else if (marked.getNestingKind().isNested() && !marked.getModifiers().contains(Modifier.STATIC)) {
            complaints.ofClass("Weft cannot make " + name
                    + " without an instance of the class around it; make it static or move it to a file of its own");
        } else if (constructors.size() != 1) {
            complaints.ofClass(
                    name + " has " + constructors.size() + " constructors, and Weft takes the only one; leave one");
        }
    }

    private static boolean isPlugin(TypeElement marked, ProcessingEnvironment environment) {
        TypeElement plugin = environment.getElementUtils().getTypeElement(PLUGIN);
        Types types = environment.getTypeUtils();
        TypeMirror erased = types.erasure(marked.asType());
        return plugin != null && types.isSubtype(erased, plugin.asType());
    }
}
