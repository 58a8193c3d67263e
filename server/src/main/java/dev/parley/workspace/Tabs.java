package dev.parley.workspace;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The conversations that each user has open as tabs, the same in all their windows. Closing a tab
/// changes neither the conversation nor its draft. Whether a user may read a conversation is not
/// checked here.
@Component
public class Tabs {
    private static final int MOST_CLOSED = 10;

    private final TabRows rows;
    private final WorkspaceSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tabs(TabRows rows, WorkspaceSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /// {@return the conversations in this user's tabs, in their order}
    public List<ConversationId> of(UserId user) {
        return rows.open(user);
    }

    /// {@return the one that the user saw last; empty if they left it for the list}
    public Optional<ConversationId> active(UserId user) {
        return rows.active(user).stream().findFirst();
    }

    /// {@return how many a user can have open}
    public int most() {
        return settings.sessions();
    }

    /// The user opens this conversation, which gets a tab unless it has one. If there are too many,
    /// the least recently used without a draft is closed. If all have drafts, it gets none.
    @Transactional
    public void open(UserId user, ConversationId conversation) {
        rows.lock(user);
        var before = rows.open(user);
        rows.use(user, conversation, clock.instant());
        if (before.contains(conversation)) {
            return;
        }
        for (var excess = before.size() + 1 - settings.sessions(); excess > 0; excess--) {
            if (!rows.closeLeastRecentlyUsed(user, conversation, clock.instant())) {
                rows.delete(user, conversation);
                break;
            }
        }
        rows.forgetClosed(user, MOST_CLOSED);
        events.publishEvent(new TabsChanged(user));
    }

    /// The user looks at none of them.
    @Transactional
    public void leave(UserId user) {
        rows.lock(user);
        rows.leave(user);
    }

    @Transactional
    public void close(UserId user, ConversationId conversation) {
        rows.lock(user);
        if (rows.close(user, conversation, clock.instant())) {
            rows.forgetClosed(user, MOST_CLOSED);
            events.publishEvent(new TabsChanged(user));
        }
    }

    /// Opens the tab again that was closed last; {@return its conversation, if there is one}
    ///
    /// @param may whether the user may still read a conversation
    @Transactional
    public Optional<ConversationId> reopen(UserId user, Predicate<ConversationId> may) {
        var closed = rows.closed(user).stream().filter(may).findFirst();
        closed.ifPresent(conversation -> open(user, conversation));
        return closed;
    }
}
