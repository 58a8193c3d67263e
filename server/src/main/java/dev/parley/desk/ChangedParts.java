package dev.parley.desk;

import dev.parley.desk.view.Version;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Collects the parts of a page that are not as the page shows them.
final class ChangedParts {
    private final ShownPage shown;
    private final List<Content> changed = new ArrayList<>();

    ChangedParts(ShownPage shown) {
        this.shown = shown;
    }

    ShownPage shown() {
        return shown;
    }

    List<Content> changed() {
        return List.copyOf(changed);
    }

    /// Reads this part if the page compares it, and renders it if it changed.
    <V> void add(PagePart part, Supplier<V> read, Function<V, Content> render) {
        if (shown.compares(part)) {
            var view = read.get();
            add(part, Version.of(view), () -> render.apply(view));
        }
    }

    void add(PagePart part, String version, Supplier<Content> render) {
        if (!shown.shows(part, version)) {
            add(render.get());
        }
    }

    void add(Content content) {
        changed.add(content);
    }
}
