package dev.weft.runtime.plugin;

/// What a plugin wants of another one.
///
/// @param range which of its versions will do
/// @param optional whether the plugin works without the other; it then also works beside a version that does not fit,
///     and sees nothing of it
record PluginDependency(VersionRange range, boolean optional) {}
