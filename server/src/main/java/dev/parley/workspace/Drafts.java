package dev.parley.workspace;

import dev.parley.conversation.Erasures;
import dev.parley.identity.UserId;
import dev.parley.workspace.DraftRows.Row;
import dev.parley.workspace.StoredDraft.Replaced;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The drafts of all users, which all their windows show. When two windows type at the same time,
/// what was typed last becomes the draft, and the other text is kept beside it: nothing typed is
/// overwritten. Whether a user may write in a conversation is not checked here.
@Component
public class Drafts {
    /// How many replaced texts are kept for each draft.
    static final int MOST_REPLACED = 5;

    /// Until then windows may still show what was erased, and what was typed may quote it.
    private static final Duration NOTICED_AFTER = Duration.ofSeconds(10);

    private final DraftRows rows;
    private final Erasures erasures;
    private final ApplicationEventPublisher events;

    Drafts(DraftRows rows, Erasures erasures, ApplicationEventPublisher events) {
        this.rows = rows;
        this.erasures = erasures;
        this.events = events;
    }

    /// {@return this draft; without content if there is none}
    public StoredDraft of(DraftKey key) {
        var stored = rows.of(key);
        var replaced =
                stored.stream()
                        .filter(Row::replaced)
                        .map(row -> new Replaced(row.id(), row.content(), row.typedAt()))
                        .toList();
        return stored.stream()
                .filter(row -> !row.replaced())
                .findFirst()
                .map(row -> new StoredDraft(row.revision(), row.content(), replaced))
                .orElseGet(() -> new StoredDraft(null, DraftContent.NONE, replaced));
    }

    /// Stores what was typed in one window. Idempotent. What was typed before the person was erased
    /// may quote them, and is dropped.
    ///
    /// @param based the revisions that this window has shown or stored since it last agreed with
    ///   the server, any of which this content replaces
    /// @return whether this content is the draft now, and nothing else was typed meanwhile
    @Transactional
    public boolean save(DraftKey key, Collection<UUID> based, Typed typed) {
        return typed.content.isEmpty() ? clear(key, based) : storeUnlessErased(key, based, typed);
    }

    private boolean storeUnlessErased(DraftKey key, Collection<UUID> based, Typed typed) {
        var erasedAt = erasures.lastOf(key.conversation());
        if (erasedAt.isEmpty() || typed.at.isAfter(erasedAt.get().plus(NOTICED_AFTER))) {
            return store(key, based, typed);
        }
        clear(key, based);
        events.publishEvent(new DraftChanged(key, null, true));
        return true;
    }

    /// Deletes the draft that was sent, unless it was changed since.
    ///
    /// @param revisions those of what was sent
    @Transactional
    public void sent(DraftKey key, Collection<UUID> revisions) {
        clear(key, revisions);
    }

    /// Deletes a replaced text of this user.
    @Transactional
    public void discardReplaced(UserId user, UUID id) {
        rows.discardReplaced(user, id)
                .forEach(row -> events.publishEvent(new DraftChanged(row.key(), null, false)));
    }

    private boolean clear(DraftKey key, Collection<UUID> revisions) {
        var cleared = !revisions.isEmpty() && rows.delete(key, revisions);
        if (cleared) {
            events.publishEvent(new DraftChanged(key, null, true));
        }
        return cleared || rows.of(key).isEmpty();
    }

    private boolean store(DraftKey key, Collection<UUID> based, Typed typed) {
        var stored = rows.addOrLock(key, typed);
        if (stored.revision().equals(typed.revision)) {
            events.publishEvent(new DraftChanged(key, typed.revision, true));
            return true;
        }
        if (based.contains(stored.revision()) || typed.content.includes(stored.content())) {
            replace(stored, typed);
            return true;
        }
        keepBoth(stored, typed);
        return false;
    }

    private void replace(Row stored, Typed typed) {
        rows.replace(stored, typed);
        events.publishEvent(new DraftChanged(stored.key(), typed.revision, false));
    }

    /// What was typed last is the draft.
    private void keepBoth(Row stored, Typed typed) {
        if (stored.content().includes(typed.content)) {
            return;
        }
        var key = stored.key();
        if (typed.at.isBefore(stored.typedAt())) {
            rows.addReplaced(key, typed, MOST_REPLACED);
            events.publishEvent(new DraftChanged(key, null, false));
        } else {
            replace(stored, typed);
            var older = new Typed(stored.revision(), stored.content(), stored.typedAt());
            rows.addReplaced(key, older, MOST_REPLACED);
        }
    }

    /// What one window has typed.
    ///
    /// @param revision chosen by the window, new for each change
    /// @param at when it was typed
    public record Typed(UUID revision, DraftContent content, Instant at) {}
}
