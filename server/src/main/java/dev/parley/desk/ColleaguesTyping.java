package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import dev.parley.workspace.DraftChanged;
import dev.parley.workspace.DraftKey;
import dev.parley.workspace.DraftMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Which users are typing in which conversations, as colleagues see it. Only a hint: it is in
/// memory, ends a few seconds after the last key, and is never sent to the customer.
///
/// A page stores its draft every three seconds at most while its user types, so no other request is
/// needed.
@Component
class ColleaguesTyping {
    /// How long somebody counts as typing after a draft was stored.
    static final Duration SHOWN_FOR = Duration.ofSeconds(7);

    /// More users than this do not type at the same time; the oldest is dropped.
    static final int MOST = 5_000;

    /// The latest last.
    private final LinkedHashMap<DraftKey, Instant> until = new LinkedHashMap<>();

    private final ApplicationEventPublisher events;
    private final Clock clock;

    ColleaguesTyping(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DraftChanged change) {
        var key = change.key();
        var changed = change.revision() == null ? stopped(key) : typed(key, clock.instant());
        if (changed) {
            events.publishEvent(new TypingChanged(key.conversation(), key.user()));
        }
    }

    /// {@return those who type in these conversations, without this user, the latest first}
    synchronized List<Typist> in(
            Collection<ConversationId> conversations, UserId except, Instant now) {
        var asked = new HashSet<>(conversations);
        return until.entrySet().stream()
                .filter(one -> asked.contains(one.getKey().conversation()))
                .filter(one -> !one.getKey().user().equals(except))
                .filter(one -> one.getValue().isAfter(now))
                .map(ColleaguesTyping::typist)
                .sorted(Comparator.comparing(Typist::until).reversed())
                .toList();
    }

    /// {@return whether the user was not typing there until now}
    private synchronized boolean typed(DraftKey key, Instant now) {
        var before = until.remove(key);
        until.values().removeIf(end -> !end.isAfter(now));
        if (until.size() >= MOST) {
            until.pollFirstEntry();
        }
        until.put(key, now.plus(SHOWN_FOR));
        return before == null || !before.isAfter(now);
    }

    private synchronized boolean stopped(DraftKey key) {
        return until.remove(key) != null;
    }

    private static Typist typist(Map.Entry<DraftKey, Instant> one) {
        var key = one.getKey();
        return new Typist(
                key.conversation(), key.user(), key.mode() == DraftMode.NOTE, one.getValue());
    }

    /// A user who is typing.
    ///
    /// @param note whether it is an internal note, not a reply
    record Typist(ConversationId conversation, UserId user, boolean note, Instant until) {}
}
