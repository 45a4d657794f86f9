package dev.weft.nodes.api.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each mistake in a declaration is told in words that lead to it.
final class DeclarationFaultsTest {
    private static final String KINDS = "@Input, @Whole, @Decimal, @Flag, @Text, @Choice, @Seed";

    static Stream<Arguments> inputs() {
        record Bare(String text) {}
        record Both(@Input("One.") @Text("Two.") String text) {}
        record NoKind(@Input("One.") StringBuilder text) {}
        record BadKind(
                @Input(value = "One.", kind = "Big One") String text) {}
        record RawOptional(
                @Input("One.") @SuppressWarnings("rawtypes") Optional text) {}
        record NotWhole(
                @Whole(value = "One.", minimum = 0, maximum = 1)
                double count) {}
        record Upside(
                @Whole(value = "One.", minimum = 2, maximum = 1)
                long count) {}
        record Outside(
                @Whole(value = "One.", minimum = 1, maximum = 9)
                long count) {}
        record NoMultiple(
                @Whole(value = "One.", initial = 4, minimum = 1, maximum = 9, multipleOf = 3)
                long count) {}
        record Narrow(
                @Whole(value = "One.", minimum = 0, maximum = Long.MAX_VALUE)
                int count) {}
        record NotDecimal(
                @Decimal(value = "One.", minimum = 0, maximum = 1)
                String share) {}
        record NoNumber(
                @Decimal(value = "One.", initial = Double.NaN, minimum = 0, maximum = 1)
                double share) {}
        record NotFlag(@Flag("One.") String really) {}
        record NotText(@Text("One.") int words) {}
        record NotSeed(@Seed("One.") int seed) {}
        record NoOptions(@Choice("One.") String way) {}
        record NoChoice(@Choice("One.") int way) {}
        record Twice(
                @Choice(
                        value = "One.",
                        options = {"up", "up"})
                String way) {}
        record Elsewhere(
                @Choice(
                        value = "One.",
                        options = {"up", "down"},
                        initial = "left")
                String way) {}
        record EnumOptions(
                @Choice(value = "One.", options = "up") Way way) {}
        record SameName(
                @Input("One.") String theText, @Text("Two.") String the_text) {}
        record BadName(@Input("One.") String _size) {}
        record OneVariadic(
                @Input(value = "One.", variadic = true) String text) {}
        record OneLazy(@Input(value = "One.", lazy = true) String text) {}
        return Stream.of(
                wrong(OneVariadic.class, "text", "is variadic and no List; make it one"),
                wrong(OneLazy.class, "text", "is lazy, so it may have no value; make it an Optional"),
                wrong(Bare.class, "text", "has none of the annotations " + KINDS + "; give it one"),
                wrong(Both.class, "text", "has more than one of the annotations " + KINDS + "; give it one"),
                wrong(
                        NoKind.class,
                        "text",
                        "is a StringBuilder, of which no kind of port is known; name it, as in kind = \"latent\", or"
                                + " give the class a @Kind"),
                wrong(BadKind.class, "text", "names the kind 'Big One', which is not a lower-case word"),
                wrong(
                        RawOptional.class,
                        "text",
                        "does not say of what class its values are; write it as in Optional<String>"),
                wrong(NotWhole.class, "count", "is a double, and @Whole needs a long or an int"),
                wrong(Upside.class, "count", "has a minimum above its maximum"),
                wrong(Outside.class, "count", "is 0 at first, which is not from 1 to 9"),
                wrong(NoMultiple.class, "count", "is 4 at first, which is not a multiple of 3"),
                wrong(Narrow.class, "count", "is an int, and its range is larger; make it a long"),
                wrong(NotDecimal.class, "share", "is a String, and @Decimal needs a double or a float"),
                wrong(NoNumber.class, "share", "is NaN at first, which is not from 0.0 to 1.0"),
                wrong(NotFlag.class, "really", "is a String, and @Flag needs a boolean"),
                wrong(NotText.class, "words", "is a int, and @Text needs a String"),
                wrong(NotSeed.class, "seed", "is a int, and @Seed needs a long"),
                wrong(NoOptions.class, "way", "has no options; say which words it can be"),
                wrong(NoChoice.class, "way", "is a int, and @Choice needs an enum or a String"),
                wrong(Twice.class, "way", "has the same option twice"),
                wrong(Elsewhere.class, "way", "is 'left' at first, which is none of its options up, down"),
                wrong(EnumOptions.class, "way", "is an enum, whose constants are the options; leave out options"),
                wrong(SameName.class, "the_text", "has the name 'the_text', as another one has; rename it"),
                wrong(
                        BadName.class,
                        "_size",
                        "has a name that no port can have; use letters and digits, such as batchSize"));
    }

    private static Arguments wrong(Class<? extends Record> type, String component, String problem) {
        return Arguments.of(type, "the component '" + component + "' of " + type.getSimpleName() + " " + problem);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void a_wrong_component_is_named_with_what_is_wrong(Class<? extends Record> type, String message) {
        assertThatThrownBy(() -> InputRecord.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void a_wrong_class_is_named_with_what_is_wrong(Class<?> type, String message) {
        assertThatThrownBy(() -> NodeDeclaration.of(type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> nodes() {
        return Stream.of(
                Arguments.of(
                        Nameless.class,
                        "the class DeclarationFaultsTest.Nameless has no @Node; say with it what the node is called"),
                Arguments.of(
                        Misnamed.class,
                        "the @Node of DeclarationFaultsTest.Misnamed is wrong: 'Misnamed' is not a node type id; write"
                                + " plugin:name in lower case, such as core:load_model"),
                Arguments.of(
                        Unversioned.class,
                        "the @Node of DeclarationFaultsTest.Unversioned has version 0; count from 1"),
                Arguments.of(
                        Open.class,
                        "the class DeclarationFaultsTest.Open does not name a record for what flows out; write it as in"
                                + " 'extends RecordNode<Blur.In, Blur.Out>'"),
                Arguments.of(
                        Unlike.class,
                        "the output 'text' of DeclarationFaultsTest.Unlike is like the input 'image', which it does not"
                                + " have"));
    }

    enum Way {
        UP,
        DOWN
    }

    record In(@Text("One.") String text) {}

    record Out(@Output("One.") String text) {}

    record LikeOut(@Output(value = "One.", like = "image") String text) {}

    abstract static class Base<O extends Record> extends RecordNode<In, O> {}

    abstract static class Nameless extends Base<Out> {}

    @Node(value = "Misnamed", title = "X", category = "x", description = "X.")
    abstract static class Misnamed extends Base<Out> {}

    @Node(value = "x:x", version = 0, title = "X", category = "x", description = "X.")
    abstract static class Unversioned extends Base<Out> {}

    @Node(value = "x:x", title = "X", category = "x", description = "X.")
    abstract static class Open<O extends Record> extends Base<O> {}

    @Node(value = "x:x", title = "X", category = "x", description = "X.")
    abstract static class Unlike extends Base<LikeOut> {}
}
