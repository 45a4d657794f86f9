package dev.weft.editor.edit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Names that nothing else in a graph has, readable in files, messages and on the command line: `sampler`,
/// `sampler_2`.
final class Identifiers {
    private final Set<String> taken;

    Identifiers(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /// The wanted name, or the first free one that differs from it by its number. It counts as taken from now
    /// on.
    String next(String wanted) {
        if (taken.add(wanted)) {
            return wanted;
        }
        String stem = stem(wanted);
        for (int number = 2; ; number++) {
            String numbered = stem + "_" + number;
            if (taken.add(numbered)) {
                return numbered;
            }
        }
    }

    /// The name without the number that made it differ from others.
    private static String stem(String name) {
        int at = name.length();
        while (at > 0 && Character.isDigit(name.charAt(at - 1))) {
            at--;
        }
        boolean numbered = at < name.length() && at > 1 && name.charAt(at - 1) == '_' && name.charAt(at) != '0';
        return numbered ? name.substring(0, at - 1) : name;
    }
}
