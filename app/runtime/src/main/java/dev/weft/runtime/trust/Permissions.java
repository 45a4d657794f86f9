package dev.weft.runtime.trust;

import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the user has said of plugins.
///
/// @param allowed the contents that may be loaded, by the plugin's id
/// @param forbidden ids of plugins that may not be loaded whatever they contain
public record Permissions(SortedMap<String, List<AllowedContent>> allowed, SortedSet<String> forbidden) {
    /// Nothing was said.
    public static final Permissions NONE = new Permissions(Collections.emptySortedMap(), Collections.emptySortedSet());

    /// Takes copies.
    public Permissions {
        SortedMap<String, List<AllowedContent>> copy = new TreeMap<>();
        allowed.forEach((id, contents) -> copy.put(id, List.copyOf(contents)));
        allowed = Collections.unmodifiableSortedMap(copy);
        forbidden = Collections.unmodifiableSortedSet(new TreeSet<>(forbidden));
    }

    /// With one content allowed. It takes the place of an older one from the same file, which is gone; a plugin that
    /// was forbidden no longer is.
    public Permissions allow(String id, AllowedContent content) {
        List<AllowedContent> contents = new ArrayList<>(allowed.getOrDefault(id, List.of()));
        contents.removeIf(older ->
                older.source().equals(content.source()) || older.sha256().equals(content.sha256()));
        contents.add(content);
        SortedMap<String, List<AllowedContent>> changed = new TreeMap<>(allowed);
        changed.put(id, contents);
        SortedSet<String> rest = new TreeSet<>(forbidden);
        rest.remove(id);
        return new Permissions(changed, rest);
    }

    /// With a plugin forbidden, whatever of it was allowed before.
    public Permissions forbid(String id) {
        SortedMap<String, List<AllowedContent>> changed = new TreeMap<>(allowed);
        changed.remove(id);
        SortedSet<String> more = new TreeSet<>(forbidden);
        more.add(id);
        return new Permissions(changed, more);
    }

    /// What was said of a content of the plugin with this id. The hash alone would do to recognise a content; the id
    /// tells one that was changed from one that is new.
    public Verdict judge(String id, String sha256) {
        if (forbidden.contains(id)) {
            return Verdict.FORBIDDEN;
        }
        List<AllowedContent> contents = allowed.getOrDefault(id, List.of());
        if (contents.stream().anyMatch(content -> content.sha256().equals(sha256))) {
            return Verdict.ALLOWED;
        }
        return contents.isEmpty() ? Verdict.UNKNOWN : Verdict.CHANGED;
    }
}
