package dev.weft.models.backend;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// For Java's flight recorder: a session was made.
@Name("dev.weft.ModelOpen")
@Label("Model Opened")
@Category("Weft")
@Description("A model's file was read, optimised and prepared to run")
@StackTrace(false)
final class ModelOpenEvent extends Event {
    @Label("Model")
    final String model;

    ModelOpenEvent(String model) {
        this.model = model;
    }
}
