package dev.weft.nodes.api.processor;

import java.util.regex.Pattern;

/// What may be written for a plugin's id, for a version and for a range of versions.
final class Wording {
    private static final String NUMBER = "(?:0|[1-9][0-9]{0,8})";
    private static final String LETTERS = "[0-9A-Za-z-]+";

    /// One part of a pre-release; where it is a number, it has no leading zero.
    private static final String PRE_RELEASE = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

    /// Semantic Versioning 2.0.0, https://semver.org.
    private static final Pattern VERSION = Pattern.compile(
            NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-" + list(PRE_RELEASE) + ")?(?:\\+" + list(LETTERS) + ")?");

    /// `1`, `1.2` or `1.2.3`.
    private static final String PART = NUMBER + "(?:\\." + NUMBER + "){0,2}";

    private static final String COMPARISON = "(?:\\^|~|!?=|[<>]=?)? *" + PART;
    private static final String WILDCARD = "(?:" + NUMBER + "\\.){0,2}[*xX]";
    private static final String TERM = "(?:" + COMPARISON + "|" + WILDCARD + "|" + PART + " - " + PART + ")";

    /// What the host reads, but for brackets, which nobody needs here.
    private static final Pattern RANGE = Pattern.compile(TERM + "(?: *[&|] *" + TERM + ")*");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private Wording() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    static boolean isRange(String text) {
        return RANGE.matcher(text).matches();
    }

    private static String list(String part) {
        return part + "(?:\\." + part + ")*";
    }
}
