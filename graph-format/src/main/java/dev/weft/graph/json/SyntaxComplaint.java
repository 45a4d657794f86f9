package dev.weft.graph.json;

import java.util.List;

/// Says in a user's words what Jackson found wrong with the syntax of a JSON text.
final class SyntaxComplaint {
    static final String HALF_PAIR_IN_KEY = "a key holds half a surrogate pair, which is no character; correct it";

    private static final String VALUE_EXPECTED =
            "is not how a value begins; remove a comma too many, or put text into quotation marks";

    /// What Jackson's message contains, and what follows the character in ours. The first that matches counts.
    private static final List<Wording> UNEXPECTED_CHARACTER = List.of(
            new Wording("hex-digit", "is no hexadecimal digit; write four of them after \\u"),
            new Wording("comment", "begins no value, and JSON has no comments; remove it"),
            new Wording("in numeric value", "cannot stand in a number; write it like 12, -0.5 or 1e3"),
            new Wording("to start property name", "is not how a key begins; remove a comma too many, or quote the key"),
            new Wording("a colon", "stands where a colon must; put ':' between key and value"),
            new Wording("comma to separate", "stands where a comma or a closing bracket must; add what is missing"),
            new Wording("", VALUE_EXPECTED));

    private static final List<Wording> OTHERS = List.of(
            new Wording("surrogate", HALF_PAIR_IN_KEY),
            new Wording("Leading zero", "a number begins with a needless 0; remove that digit"),
            new Wording("Illegal unquoted", "a text holds a line break or tab as such; write it as \\n or \\t"),
            new Wording("Illegal character", "a control character stands between values; remove it"),
            new Wording("character escape", "a backslash stands before the wrong letter; write \\\\ for a backslash"),
            new Wording("token", "this word is no JSON value; put text into quotation marks"));

    private record Wording(String sign, String words) {}

    private SyntaxComplaint() {}

    /// @param technical Jackson's own message
    static String of(String technical) {
        if (technical.startsWith("Unexpected character ('")) {
            int start = technical.indexOf("('") + 2;
            int end = technical.indexOf("' (code", start);
            String character = end > start ? technical.substring(start, end) : "";
            return "'" + Excerpt.plain(character) + "' " + wording(UNEXPECTED_CHARACTER, technical, VALUE_EXPECTED);
        }
        if (technical.startsWith("Unexpected close marker '")) {
            char bracket = technical.charAt(technical.indexOf('\'') + 1);
            return "'" + bracket + "' closes nothing that is open here; correct the brackets before it";
        }
        return wording(OTHERS, technical, "this is not valid JSON; correct it");
    }

    private static String wording(List<Wording> wordings, String technical, String otherwise) {
        for (Wording wording : wordings) {
            if (technical.contains(wording.sign())) {
                return wording.words();
            }
        }
        return otherwise;
    }
}
