package dev.weft.runtime.plugin;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import com.github.zafarkhaja.semver.expr.ExpressionParser;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A range of versions by the rules of semantic versioning, such as `^1.2` or `>=1.2 & <2.0`.
record VersionRange(String text) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    /// @throws IllegalArgumentException if the text has another form
    VersionRange {
        try {
            ExpressionParser.newInstance().parse(text);
        } catch (ParseException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a range of versions", e);
        }
    }

    boolean contains(Version version) {
        return version.satisfies(text);
    }

    /// Whether it holds a version above the given one; asked of ranges that do not hold that one.
    boolean reachesAbove(Version version) {
        return landmarks().anyMatch(each -> each.isHigherThan(version) && contains(each));
    }

    /// The versions at which the range can begin, and for each number in its text the next ones.
    private Stream<Version> landmarks() {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Version.of(part(found, 1), part(found, 2), part(found, 3)))
                .flatMap(at -> Stream.of(at, at.nextPatchVersion(), at.nextMinorVersion(), at.nextMajorVersion()));
    }

    private static long part(MatchResult found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    public String toString() {
        return text;
    }
}
