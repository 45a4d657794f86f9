package dev.weft.editor.search;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls a list no further than it takes to see a row.
final class SearchScroll {
    private SearchScroll() {}

    static void reveal(ListView<?> list, int index) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            reveal(flow, index);
        }
    }

    private static <T extends IndexedCell<?>> void reveal(VirtualFlow<T> flow, int index) {
        T first = flow.getFirstVisibleCell();
        T last = flow.getLastVisibleCell();
        if (first == null || last == null || index <= first.getIndex()) {
            flow.scrollTo(index);
        } else if (index >= last.getIndex()) {
            flow.scrollTo(first.getIndex() + index - last.getIndex() + 1);
        }
    }
}
