package dev.weft.nodes.stylealigned;

import dev.weft.models.bundle.Bundle;
import dev.weft.models.panorama.Views;
import dev.weft.models.style.Style;
import dev.weft.models.text.Conditioning;
import dev.weft.nodes.api.NodeException;
import dev.weft.nodes.api.NodeInputs;
import dev.weft.nodes.core.sampling.ControlledConditioning;
import java.util.Arrays;
import java.util.Optional;

/// What a panorama is made of.
///
/// @param settings the node's parameters
/// @param views where its views lie
/// @param positive what to draw
/// @param negative what to stay away from
/// @param style the reference; empty draws one along with the panorama
record PanoramaPlan(
        PanoramaSettings settings,
        Views views,
        ControlledConditioning positive,
        ControlledConditioning negative,
        Optional<Style> style) {
    private static final int MOST_PROMPTS = 2;

    /// Reads a node's inputs.
    ///
    /// @throws NodeException with a sentence for the user if they do not fit together
    /// @throws IllegalArgumentException likewise, if views cannot cover the panorama
    static PanoramaPlan of(NodeInputs inputs, Bundle bundle) throws NodeException {
        PanoramaSettings settings = PanoramaSettings.of(inputs.parameters());
        Optional<Style> style = inputs.optional("style", Style.class);
        int downscale = bundle.latents().downscale();
        Views views = Views.covering(
                settings.height() / downscale,
                settings.width() / downscale,
                viewSize(settings, style, bundle),
                settings.stride(),
                settings.circular());
        return new PanoramaPlan(
                settings, views, prompts(inputs, "positive", style), prompts(inputs, "negative", style), style);
    }

    private static int viewSize(PanoramaSettings settings, Optional<Style> style, Bundle bundle) throws NodeException {
        int downscale = bundle.latents().downscale();
        if (settings.viewSize() == 0 && bundle.sampleSize().isEmpty()) {
            throw new NodeException(
                    "view_size",
                    "The model " + bundle.name() + " does not say which size it was trained on; set view_size to it.");
        }
        int size = settings.viewSize() == 0 ? bundle.sampleSize().getAsInt() : settings.viewSize() / downscale;
        if (size % bundle.latentMultiple() != 0) {
            throw new NodeException(
                    "view_size",
                    "The model " + bundle.name() + " cannot draw views of " + size * downscale
                            + " pixels; make view_size a multiple of " + bundle.latentMultiple() * downscale + ".");
        }
        if (style.isPresent()) {
            requireSize(style.get(), size, downscale);
        }
        return size;
    }

    private static void requireSize(Style style, int size, int downscale) throws NodeException {
        int width = style.first().width();
        int height = style.first().height();
        if (width != size || height != size) {
            throw new NodeException(
                    "style",
                    "The style was made for pictures of " + width * downscale + " by " + height * downscale
                            + " pixels, but the views are " + size * downscale + " by " + size * downscale + "; "
                            + (width == height
                                    ? "set view_size to " + width * downscale + "."
                                    : "make a style of a square picture."));
        }
    }

    private static ControlledConditioning prompts(NodeInputs inputs, String port, Optional<Style> style)
            throws NodeException {
        ControlledConditioning given = inputs.value(port, ControlledConditioning.class);
        int rows = given.text().rows();
        if (rows > (style.isPresent() ? 1 : MOST_PROMPTS)) {
            throw new NodeException(
                    port,
                    "There are " + rows + " prompts; give one, the panorama's, "
                            + (style.isPresent()
                                    ? "as the style brings that of its reference."
                                    : "or two, the reference's and then the panorama's."));
        }
        return given;
    }

    /// Whether the reference is drawn along with the panorama.
    boolean drawsReference() {
        return style.isEmpty();
    }

    /// The rows of prompts for a call with so many views: the reference's, if it is drawn, then the panorama's
    /// for each view.
    Conditioning rows(ControlledConditioning prompts, int count) {
        int[] rows = new int[(drawsReference() ? 1 : 0) + count];
        Arrays.fill(rows, prompts.text().rows() - 1);
        if (drawsReference()) {
            rows[0] = 0;
        }
        return prompts.text().select(rows);
    }
}
