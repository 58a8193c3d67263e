package dev.parley.simulator.world;

import org.jspecify.annotations.Nullable;

/// Notifies open pages that something of this kind has changed.
public record StateChanged(String kind, @Nullable String page, @Nullable String person) {
    public static StateChanged state() {
        return new StateChanged("state", null, null);
    }

    public static StateChanged people() {
        return new StateChanged("people", null, null);
    }

    public static StateChanged clock() {
        return new StateChanged("clock", null, null);
    }

    public static StateChanged message(Page page, Person person) {
        return new StateChanged("message", page.id(), person.id());
    }

    public static StateChanged typing(Page page, Person person) {
        return new StateChanged("typing", page.id(), person.id());
    }

    public static StateChanged call(@Nullable Page page) {
        return new StateChanged("call", page == null ? null : page.id(), null);
    }

    public static StateChanged webhook(Page page, @Nullable Person person) {
        return new StateChanged("webhook", page.id(), person == null ? null : person.id());
    }
}
