package dev.weft.editor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The arrows between the packages of the editor.
final class ArchitectureTest {
    private static final String ROOT = "dev.weft.editor";
    private static final JavaClasses EDITOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /// What every part may use. It knows no part.
    private static final Set<String> BASE =
            Set.of("text", "theme", "preferences", "document", "workspace", "run", "action", "window");

    /// What parts may use besides: changes to graphs, and what is known of a graph.
    private static final Set<String> SHARED = Set.of("edit", "check");

    @Test
    void the_base_knows_no_part() {
        String[] parts = BASE.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        ArchRuleDefinition.classes()
                .that()
                .resideInAnyPackage(parts)
                .should(dependOnlyOn(BASE))
                .because("parts come and go, and the window stays")
                .check(EDITOR);
    }

    @Test
    void only_the_canvas_sees_fxgraph() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".canvas..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fxgraph..")
                .because("another canvas has to be possible")
                .check(EDITOR);
    }

    @Test
    void documents_and_edits_know_nothing_of_windows() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".document..", ROOT + ".edit..", ROOT + ".check..")
                .or()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("they are tested without one")
                .check(EDITOR);
    }

    private static ArchCondition<JavaClass> dependOnlyOn(Set<String> allowed) {
        return new ArchCondition<>("depend only on the base") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> part(dependency.getTargetClass())
                                .map(name -> !allowed.contains(name))
                                .orElse(false))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /// The first package below that of the editor.
    private static java.util.Optional<String> part(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".")
                ? List.of(name.substring(ROOT.length() + 1).split("\\.")).stream()
                        .findFirst()
                : java.util.Optional.empty();
    }

    @Test
    void parts_that_are_alone_know_only_the_base() {
        for (String part : List.of("files", "settings", "start", "palette", "tour", "search", "outline", "plugins")) {
            Set<String> allowed = new java.util.HashSet<>(BASE);
            allowed.addAll(SHARED);
            allowed.add(part);
            ArchRuleDefinition.classes()
                    .that()
                    .resideInAPackage(ROOT + "." + part + "..")
                    .should(dependOnlyOn(allowed))
                    .because("parts talk through the base")
                    .allowEmptyShould(true)
                    .check(EDITOR);
        }
    }
}
