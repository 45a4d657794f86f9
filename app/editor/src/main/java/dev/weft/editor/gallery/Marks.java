package dev.weft.editor.gallery;

import com.google.inject.Inject;
import dev.weft.models.files.AtomicFile;
import dev.weft.nodes.api.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Which sets are favourites and which lie in the bin, kept in a file of the data folder.
final class Marks {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Set<Path> favourites = new LinkedHashSet<>();
    private final Set<Path> binned = new LinkedHashSet<>();

    @Inject
    Marks(Folders folders) {
        this.file = folders.data().resolve("gallery.json");
        read();
    }

    boolean favourite(PictureSet set) {
        return favourites.contains(set.key());
    }

    boolean binned(PictureSet set) {
        return binned.contains(set.key());
    }

    void setFavourite(PictureSet set, boolean wanted) {
        put(favourites, set.key(), wanted);
    }

    void setBinned(PictureSet set, boolean wanted) {
        put(binned, set.key(), wanted);
    }

    private void put(Set<Path> marked, Path key, boolean wanted) {
        if (wanted ? marked.add(key) : marked.remove(key)) {
            write();
        }
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonNode whole = JSON.readTree(Files.readString(file));
            whole.path("favourites").forEach(path -> favourites.add(Path.of(path.asString(""))));
            whole.path("bin").forEach(path -> binned.add(Path.of(path.asString(""))));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("The marks of the gallery in {} can't be read, so no set is marked: {}", file, e.getMessage());
        }
    }

    private void write() {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("favourites", JSON.valueToTree(texts(favourites)));
        whole.set("bin", JSON.valueToTree(texts(binned)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(whole)));
        } catch (IOException e) {
            LOG.warn("The marks of the gallery can't be kept in {}: {}", file, e.getMessage());
        }
    }

    private static List<String> texts(Set<Path> paths) {
        List<String> texts = new ArrayList<>();
        paths.forEach(path -> texts.add(path.toString()));
        return texts;
    }
}
