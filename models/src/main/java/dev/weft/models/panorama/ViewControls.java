package dev.weft.models.panorama;

import dev.weft.models.control.Control;
import dev.weft.models.control.Controls;
import dev.weft.models.image.ImageBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ControlNets of a panorama, each view of which follows its own part of their pictures.
public final class ViewControls {
    private final Views views;
    private final int scale;
    private final boolean referenced;
    private final Controls controls;

    /// Brings pictures to the panorama's size, which the log says.
    ///
    /// @param scale how many pixels a latent is wide and high
    /// @param referenced whether the first row of every call is a reference, which no ControlNet steers
    /// @throws IllegalArgumentException with a sentence for the user if a control has several pictures
    public ViewControls(Controls controls, Views views, int scale, boolean referenced) {
        this.views = views;
        this.scale = scale;
        this.referenced = referenced;
        Map<Control, Control> fitted = new HashMap<>();
        this.controls = new Controls(
                controls.positive().stream()
                        .map(control -> fitted.computeIfAbsent(control, this::fitted))
                        .toList(),
                controls.negative().stream()
                        .map(control -> fitted.computeIfAbsent(control, this::fitted))
                        .toList());
    }

    private Control fitted(Control control) {
        if (control.picture().batch() != 1) {
            throw new IllegalArgumentException("There are " + control.picture().batch()
                    + " pictures for the ControlNet " + control.net().name()
                    + ", but one panorama is drawn; give it one picture.");
        }
        return control.fitted(views.height() * scale, views.width() * scale);
    }

    /// The controls of a call for some views, with a picture for each of its rows.
    public Controls of(List<View> batch) {
        Map<Control, Control> cut = new HashMap<>();
        return new Controls(
                controls.positive().stream()
                        .map(control -> cut.computeIfAbsent(control, whole -> cut(whole, batch)))
                        .toList(),
                controls.negative().stream()
                        .map(control -> cut.computeIfAbsent(control, whole -> cut(whole, batch)))
                        .toList());
    }

    private Control cut(Control control, List<View> batch) {
        int side = views.size() * scale;
        int size = ImageBatch.CHANNELS * side * side;
        int first = referenced ? 1 : 0;
        float[] pictures = new float[Math.multiplyExact(first + batch.size(), size)];
        for (int i = 0; i < batch.size(); i++) {
            views.cut(batch.get(i), ImageBatch.CHANNELS, control.picture().rgb(), scale, pictures, (first + i) * size);
        }
        return control.with(new ImageBatch(first + batch.size(), side, side, pictures));
    }
}
