/// Where the time of executions goes: node by node, model by model, as figures and as a trace that timeline
/// viewers open.
///
/// How figures are laid out for people is for those who show them.
@NullMarked
package dev.weft.runtime.profile;

import org.jspecify.annotations.NullMarked;
