package dev.parley.simulator.fault;

import dev.parley.simulator.world.Page;
import org.jspecify.annotations.Nullable;

/// One thing that is set to go wrong.
///
/// @param page the id of the only page that it hits; null for all of them
/// @param only the only kind of call, or field of webhooks, that it hits
/// @param left how often it still hits; null until it is switched off
public record Fault(
        String id,
        @Nullable String page,
        @Nullable String only,
        @Nullable Integer left,
        Effect effect) {
    boolean concerns(@Nullable Page whose) {
        return page == null || (whose != null && page.equals(whose.id()));
    }

    boolean concerns(String what) {
        return only == null || only.equals(what);
    }

    Fault oneLess() {
        return left == null ? this : new Fault(id, page, only, left - 1, effect);
    }
}
