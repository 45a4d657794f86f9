package dev.weft.editor.canvas.board;

import dev.weft.editor.canvas.model.Identity;
import dev.weft.editor.document.Item;
import dev.weft.graph.Group;
import dev.weft.graph.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Groups and notes, which lie behind wires and nodes.
final class SceneryLayer {
    private final Layer layer = new Layer();
    private final Layer groupLayer = new Layer();
    private final Layer noteLayer = new Layer();
    private final List<GroupView> groups = new ArrayList<>();
    private final List<NoteView> notes = new ArrayList<>();
    private List<Group> shownGroups = List.of();
    private List<Note> shownNotes = List.of();
    private Set<Item> selected = Set.of();

    SceneryLayer() {
        layer.getChildren().addAll(groupLayer, noteLayer);
    }

    Layer layer() {
        return layer;
    }

    void show(List<Group> newGroups, List<Note> newNotes) {
        if (!Identity.same(newGroups, shownGroups)) {
            shownGroups = newGroups;
            while (groups.size() < newGroups.size()) {
                groups.add(new GroupView());
            }
            groups.subList(newGroups.size(), groups.size()).clear();
            groupLayer.getChildren().setAll(groups);
            for (int i = 0; i < groups.size(); i++) {
                groups.get(i).show(newGroups.get(i));
            }
        }
        if (!Identity.same(newNotes, shownNotes)) {
            shownNotes = newNotes;
            while (notes.size() < newNotes.size()) {
                notes.add(new NoteView());
            }
            notes.subList(newNotes.size(), notes.size()).clear();
            noteLayer.getChildren().setAll(notes);
            for (int i = 0; i < notes.size(); i++) {
                notes.get(i).show(newNotes.get(i));
            }
        }
        select(selected);
    }

    void select(Set<Item> items) {
        selected = items;
        for (int i = 0; i < groups.size(); i++) {
            groups.get(i).select(items.contains(new Item.OfGroup(i)));
        }
        for (int i = 0; i < notes.size(); i++) {
            notes.get(i).select(items.contains(new Item.OfNote(i)));
        }
    }
}
