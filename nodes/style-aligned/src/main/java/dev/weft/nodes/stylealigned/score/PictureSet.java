package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeException;
import java.util.List;

/// A set of pictures that is to be scored, with what is known of each.
interface PictureSet {
    /// What the set is called in reports.
    String title();

    /// What each picture is called in reports.
    List<String> names();

    /// One picture.
    ///
    /// @throws NodeException if it cannot be read
    ImageBatch picture(int index) throws NodeException;
}
