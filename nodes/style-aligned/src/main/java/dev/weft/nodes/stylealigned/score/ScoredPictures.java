package dev.weft.nodes.stylealigned.score;

import dev.weft.models.image.ImageBatch;
import dev.weft.nodes.api.NodeContext;
import dev.weft.nodes.api.NodeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Hands a set's pictures to the judges one by one, tells of the progress and keeps a small copy of each.
final class ScoredPictures implements Iterable<ImageBatch> {
    private final PictureSet set;
    private final NodeContext context;
    private final int total;
    private final List<Thumbnail> thumbnails = new ArrayList<>();
    private int done;

    /// @param total how many pictures will be asked for, each time counted
    ScoredPictures(PictureSet set, NodeContext context, int total) {
        this.set = set;
        this.context = context;
        this.total = total;
        context.progress(0, total);
    }

    /// A small copy of each picture that was handed out.
    List<Thumbnail> thumbnails() {
        return List.copyOf(thumbnails);
    }

    @Override
    public Iterator<ImageBatch> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < set.names().size();
            }

            @Override
            public ImageBatch next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return hand(next++);
            }
        };
    }

    private ImageBatch hand(int index) {
        context.cancellation().throwIfRequested();
        try {
            ImageBatch picture = set.picture(index);
            if (thumbnails.size() == index) {
                thumbnails.add(Thumbnail.of(picture));
            }
            context.progress(++done, total);
            return picture;
        } catch (NodeException e) {
            throw new Unreadable(e);
        }
    }

    /// A picture could not be read in the middle of the work.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final NodeException reason;

        Unreadable(NodeException reason) {
            super(reason);
            this.reason = reason;
        }

        NodeException reason() {
            return reason;
        }
    }
}
