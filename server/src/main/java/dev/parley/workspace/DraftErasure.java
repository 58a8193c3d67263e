package dev.parley.workspace;

import dev.parley.conversation.PersonErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Deletes drafts to a person in the transaction that erases the person: they may quote them.
@Component
class DraftErasure {
    private final DraftRows rows;
    private final ApplicationEventPublisher events;

    DraftErasure(DraftRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void erase(PersonErased erased) {
        rows.erase(erased.conversations()).stream()
                .map(DraftRows.Row::key)
                .distinct()
                .forEach(key -> events.publishEvent(new DraftChanged(key, null, true)));
    }
}
