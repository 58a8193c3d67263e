package dev.parley.simulator.fault;

import dev.parley.simulator.world.Page;
import org.jspecify.annotations.Nullable;

/// A fault that is set.
///
/// @param page the id of the only page to which it applies; null for all pages
/// @param only the only kind of call, or webhook field, to which it applies
/// @param left how many times it still applies; null until it is turned off
public record Fault(
        String id,
        @Nullable String page,
        @Nullable String only,
        @Nullable Integer left,
        Effect effect) {
    boolean appliesTo(@Nullable Page whose) {
        return page == null || (whose != null && page.equals(whose.id()));
    }

    boolean appliesTo(String what) {
        return only == null || only.equals(what);
    }

    Fault usedOnce() {
        return left == null ? this : new Fault(id, page, only, left - 1, effect);
    }
}
