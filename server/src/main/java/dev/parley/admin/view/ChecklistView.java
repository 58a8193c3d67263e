package dev.parley.admin.view;

import java.util.List;

/// What it takes until customers are answered, each ticked by what is really true.
public record ChecklistView(List<Item> items) {
    public ChecklistView {
        items = List.copyOf(items);
    }

    public long done() {
        return items.stream().filter(Item::done).count();
    }

    public boolean complete() {
        return done() == items.size();
    }

    /// {@return what is to be done next; an empty key when nothing is}
    public String next() {
        return items.stream().filter(item -> !item.done()).findFirst().map(Item::key).orElse("");
    }

    /// One thing.
    ///
    /// @param key of its text, without what all have in front
    /// @param address where it is done
    public record Item(String key, boolean done, String address) {}
}
