package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.ImageBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The pictures of one batch.
record BatchSet(ImageBatch images) implements PictureSet {
    @Override
    public String title() {
        return "batch";
    }

    @Override
    public List<String> names() {
        return IntStream.rangeClosed(1, images.batch())
                .mapToObj(number -> "picture " + number)
                .toList();
    }

    @Override
    public ImageBatch picture(int index) {
        int size = images.rgb().length / images.batch();
        return new ImageBatch(
                1, images.height(), images.width(), Arrays.copyOfRange(images.rgb(), index * size, (index + 1) * size));
    }
}
