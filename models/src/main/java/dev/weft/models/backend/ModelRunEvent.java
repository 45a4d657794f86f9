package dev.weft.models.backend;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// For Java's flight recorder: a session computed.
@Name("dev.weft.ModelRun")
@Label("Model Run")
@Category("Weft")
@Description("A model computed once")
@StackTrace(false)
final class ModelRunEvent extends Event {
    @Label("Model")
    final String model;

    ModelRunEvent(String model) {
        this.model = model;
    }
}
