package dev.weft.editor.plugins;

import dev.weft.editor.text.Texts;
import dev.weft.graph.NodeTypeId;
import dev.weft.runtime.plugin.PluginOrigin;
import dev.weft.runtime.plugin.PluginProblem;
import dev.weft.runtime.plugin.PluginStatus;
import dev.weft.runtime.plugin.PluginTrust.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A plugin as the page shows it.
///
/// @param id what its manifest calls it, or its file's name
/// @param title what people read
/// @param version or empty
/// @param section where it is listed
/// @param sentence what there is to say of it
/// @param origin its file and hash
/// @param nodeTypes what it brought
/// @param own whether it came with Weft
record PluginCard(
        String id,
        String title,
        String version,
        Section section,
        String sentence,
        PluginOrigin origin,
        List<NodeTypeId> nodeTypes,
        boolean own) {
    private static final Texts TEXTS = Texts.of(PluginCard.class);

    /// Where a plugin is listed.
    enum Section {
        /// It was not allowed yet.
        WAITING("fltrmz-shield-20", "accent"),
        /// It works.
        LOADED("fltral-extension-20", "ok"),
        /// It was kept off.
        OFF("fltrmz-prohibited-20", "plain"),
        /// It cannot be loaded.
        REJECTED("fltrmz-shield-error-20", "err"),
        /// It was tried and failed.
        FAILED("fltral-bug-20", "err");

        private final String icon;
        private final String look;

        Section(String icon, String look) {
            this.icon = icon;
            this.look = look;
        }

        /// Literal of its icon.
        String icon() {
            return icon;
        }

        /// Style class of its badge.
        String look() {
            return look;
        }
    }

    /// Takes a copy.
    PluginCard {
        nodeTypes = List.copyOf(nodeTypes);
    }

    /// What became of a plugin.
    ///
    /// @param ownPlaces where Weft's own plugins lie
    static PluginCard of(PluginStatus status, List<Path> ownPlaces) {
        boolean own = ownPlaces.stream()
                .map(place -> place.toAbsolutePath().normalize())
                .anyMatch(status.origin().source()::startsWith);
        return switch (status) {
            case PluginStatus.Loaded loaded ->
                card(status, Section.LOADED, loaded(loaded, own), loaded.nodeTypes(), own);
            case PluginStatus.Failed failed -> card(status, Section.FAILED, sentence(failed.message()), List.of(), own);
            case PluginStatus.Rejected rejected ->
                rejected.problem() instanceof PluginProblem.Untrusted untrusted
                        ? untrusted(status, untrusted.verdict(), own)
                        : card(status, Section.REJECTED, sentence(rejected.message()), List.of(), own);
        };
    }

    /// Whether the plugin fits what is typed.
    boolean fits(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return (id + " " + title + " " + sentence).toLowerCase(Locale.ROOT).contains(wanted)
                || nodeTypes.stream().anyMatch(type -> type.toString().contains(wanted));
    }

    /// The hash in groups, its middle left out.
    Optional<String> shortHash() {
        return origin.sha256()
                .map(hash ->
                        hash.substring(0, 4) + " " + hash.substring(4, 8) + " … " + hash.substring(hash.length() - 4));
    }

    private static PluginCard untrusted(PluginStatus status, Verdict verdict, boolean own) {
        return verdict == Verdict.FORBIDDEN
                ? card(status, Section.OFF, TEXTS.get("kept_off"), List.of(), own)
                : card(
                        status,
                        Section.WAITING,
                        TEXTS.get(verdict == Verdict.CHANGED ? "changed" : "not_allowed"),
                        List.of(),
                        own);
    }

    private static PluginCard card(
            PluginStatus status, Section section, String sentence, List<NodeTypeId> nodeTypes, boolean own) {
        return new PluginCard(
                status.plugin(),
                title(status.plugin()),
                status.origin().version().orElse(""),
                section,
                sentence,
                status.origin(),
                nodeTypes,
                own);
    }

    private static String loaded(PluginStatus.Loaded loaded, boolean own) {
        int count = loaded.nodeTypes().size();
        List<String> parts = new ArrayList<>();
        parts.add(count == 1 ? TEXTS.get("one_node") : TEXTS.get("nodes", count));
        if (own) {
            parts.add(TEXTS.get("own"));
        }
        return String.join(" ", parts);
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT)
                + message.substring(1)
                + (message.endsWith(".") ? "" : ".");
    }

    private static String title(String id) {
        StringBuilder title = new StringBuilder();
        for (String word : id.split("[-_]", -1)) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ")
                        .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return title.toString();
    }
}
