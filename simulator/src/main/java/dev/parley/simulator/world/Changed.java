package dev.parley.simulator.world;

import org.jspecify.annotations.Nullable;

/// A nudge for whoever watches: something of this kind is no longer as it was.
public record Changed(String kind, @Nullable String page, @Nullable String person) {
    public static Changed state() {
        return new Changed("state", null, null);
    }

    public static Changed people() {
        return new Changed("people", null, null);
    }

    public static Changed clock() {
        return new Changed("clock", null, null);
    }

    public static Changed message(Page page, Person person) {
        return new Changed("message", page.id(), person.id());
    }

    public static Changed typing(Page page, Person person) {
        return new Changed("typing", page.id(), person.id());
    }

    public static Changed call(@Nullable Page page) {
        return new Changed("call", page == null ? null : page.id(), null);
    }

    public static Changed webhook(Page page, @Nullable Person person) {
        return new Changed("webhook", page.id(), person == null ? null : person.id());
    }
}
