package dev.weft.cli;

/// How events are written for programs.
enum EventFormat {
    /// One JSON object a line.
    JSON
}
