package dev.weft.models.sampling;

/// A call of the network during a run.
///
/// @param step the step that it belongs to, from 0; some samplers call twice in a step
/// @param timestep the training timestep that the network is told, between two of them where the schedule asks for that
public record Moment(int step, double timestep) {}
