package dev.weft.editor.problems;

import java.util.Optional;

/// A problem as the panel shows it.
///
/// @param severity how bad it is
/// @param sentence what is wrong and what to do
/// @param node id of the node at fault in the whole workflow, if it is one
/// @param place what people call that node, or the nodes that are meant
/// @param remedy what mends it, if one value or press does
record ProblemRow(Severity severity, String sentence, Optional<String> node, String place, Optional<Remedy> remedy) {
    /// How bad a problem is.
    enum Severity {
        /// The workflow cannot run.
        ERROR("fltfal-error-circle-20", "icon-err"),
        /// Something is missing.
        WARNING("fltfmz-warning-20", "icon-warn"),
        /// Follows from another.
        NOTE("fltral-info-20", "icon-3");

        private final String icon;
        private final String colour;

        Severity(String icon, String colour) {
            this.icon = icon;
            this.colour = colour;
        }

        /// Literal of its icon.
        String icon() {
            return icon;
        }

        /// Style class that gives the icon its colour.
        String colour() {
            return colour;
        }
    }
}
