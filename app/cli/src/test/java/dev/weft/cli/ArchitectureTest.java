package dev.weft.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The arrows between the modules, which only ever point from the outside in. The command line is where they are
/// checked, as it sees every module.
final class ArchitectureTest {
    private static final JavaClasses WEFT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.weft");

    private static final String GRAPH = "dev.weft.graph..";
    private static final String MODELS = "dev.weft.models..";
    private static final String NODES_API = "dev.weft.nodes.api..";
    private static final String CORE = "dev.weft.nodes.core..";
    private static final String STYLE_ALIGNED = "dev.weft.nodes.stylealigned..";
    private static final String RUNTIME = "dev.weft.runtime..";
    private static final String CLI = "dev.weft.cli..";
    private static final String EDITOR = "dev.weft.editor..";
    private static final String GUICE = "com.google.inject..";
    private static final String ONNX_RUNTIME = "ai.onnxruntime..";
    private static final String JAVAFX = "javafx..";

    @Test
    void the_graph_format_knows_nothing_of_weft_but_itself() {
        check(noClasses()
                .that()
                .resideInAPackage(GRAPH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        MODELS, NODES_API, CORE, STYLE_ALIGNED, RUNTIME, CLI, EDITOR, GUICE, ONNX_RUNTIME, JAVAFX)
                .because("any program may read and check workflows without models, injection or windows"));
    }

    @Test
    void models_know_nothing_of_nodes_and_workflows() {
        check(noClasses()
                .that()
                .resideInAPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GRAPH, NODES_API, CORE, STYLE_ALIGNED, RUNTIME, CLI, EDITOR, GUICE, JAVAFX)
                .because("the diffusion library is of use without a node graph"));
    }

    @Test
    void the_plugin_interface_shows_authors_only_the_graph_format() {
        check(noClasses()
                .that()
                .resideInAPackage(NODES_API)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MODELS, CORE, STYLE_ALIGNED, RUNTIME, CLI, EDITOR, GUICE, ONNX_RUNTIME, JAVAFX)
                .because("what a plugin compiles against must stay small to stay the same"));
    }

    @Test
    void plugins_know_neither_the_runtime_nor_how_it_is_assembled() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, STYLE_ALIGNED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUNTIME, CLI, EDITOR, GUICE, JAVAFX)
                .because("Weft's own nodes are plugins like any other; nothing is privileged"));
    }

    @Test
    void the_core_plugin_does_not_know_the_one_built_upon_it() {
        check(noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STYLE_ALIGNED)
                .because("plugins depend on each other in one direction")
                .allowEmptyShould(true));
    }

    @Test
    void plugins_leave_onnx_runtime_to_the_models_module() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ONNX_RUNTIME)
                .because("native memory is freed in one place, by those who took it"));
    }

    @Test
    void the_runtime_knows_no_plugin_and_of_models_only_the_backend() {
        check(noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat(modelsBut("dev.weft.models.backend", "dev.weft.models.files"))
                .because("the runtime runs nodes, and knows of models only where they run"));
        check(noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, STYLE_ALIGNED, CLI, EDITOR, JAVAFX)
                .because("plugins are found by their manifests, and readers of events are not known"));
    }

    @Test
    void the_command_line_goes_through_the_runtime() {
        check(noClasses()
                .that()
                .resideInAPackage(CLI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, STYLE_ALIGNED, GUICE, JAVAFX)
                .because("it lists and runs whatever plugins there are, and does not assemble anything"));
        check(noClasses()
                .that()
                .resideInAPackage(CLI)
                .should()
                .dependOnClassesThat(
                        modelsBut("dev.weft.models.backend", "dev.weft.models.bundle", "dev.weft.models.vae"))
                .because("of models it chooses where they run, and lists what a bundle says of itself"));
    }

    @Test
    void the_editor_goes_through_the_runtime_and_does_not_know_the_command_line() {
        check(noClasses()
                .that()
                .resideInAPackage(EDITOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, STYLE_ALIGNED, CLI)
                .because("it shows and runs whatever nodes there are"));
    }

    @Test
    void the_command_line_only_opens_the_editor() {
        check(noClasses()
                .that()
                .resideInAPackage(CLI)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.weft.editor.(*)..")
                .because("what goes on in the window is the editor's own"));
    }

    @Test
    void packages_are_named_for_what_they_are_about() {
        check(classes()
                .should(haveNoPackagePartOf(
                        Set.of("util", "utils", "impl", "helper", "helpers", "manager", "managers", "common", "misc")))
                .because("a package named for a kind of class gathers whatever nobody found a place for"));
    }

    @Test
    void classes_are_named_for_what_they_are() {
        check(noClasses()
                .that()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name says nothing"));
    }

    @Test
    void nothing_is_injected_into_fields() {
        check(noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("com.google.inject.Inject")
                .because("an object is complete when its constructor returns"));
    }

    private static DescribedPredicate<JavaClass> modelsBut(String... packages) {
        List<String> allowed = List.of(packages);
        return DescribedPredicate.describe(
                "are models outside of " + allowed,
                type -> type.getPackageName().startsWith("dev.weft.models")
                        && !allowed.contains(type.getPackageName()));
    }

    private static ArchCondition<JavaClass> haveNoPackagePartOf(Set<String> names) {
        return new ArchCondition<>("have no package named one of " + names) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean found =
                        List.of(type.getPackageName().split("\\.", -1)).stream().anyMatch(names::contains);
                events.add(new SimpleConditionEvent(type, !found, type.getName()));
            }
        };
    }

    private static void check(ArchRule rule) {
        rule.check(WEFT);
    }
}
