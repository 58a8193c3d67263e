package dev.parley.demo;

import dev.parley.conversation.Conversation.State;
import dev.parley.demo.SampleScripts.By;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation that never took place.
///
/// @param page the place of the page, from 0
/// @param agent the place of the agent who has or had it, from 0; nobody's while it is open
/// @param tag the name of its tag, null if it has none
/// @param snoozedUntil null unless it is waiting, and snoozed
record SampleConversation(
        SamplePerson person,
        int page,
        int agent,
        State state,
        List<Said> said,
        @Nullable String tag,
        @Nullable Instant snoozedUntil) {
    SampleConversation {
        said = List.copyOf(said);
    }

    /// When the first reply was written, or would have been.
    Instant answeredAt() {
        return said.stream()
                .filter(one -> one.by() == By.AGENT)
                .map(Said::at)
                .findFirst()
                .orElse(lastAt());
    }

    Instant firstAt() {
        return said.getFirst().at();
    }

    Instant lastAt() {
        return said.getLast().at();
    }

    Instant lastByCustomerAt() {
        return said.reversed().stream()
                .filter(one -> one.by() == By.CUSTOMER)
                .map(Said::at)
                .findFirst()
                .orElse(firstAt());
    }

    record Said(By by, String text, Instant at) {}
}
