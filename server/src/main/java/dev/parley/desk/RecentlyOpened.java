package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The conversations that each user recently opened. Only a hint: after an entry is dropped, the
/// user's next request adds it again.
final class RecentlyOpened {
    private static final int LATEST = 20;

    private final Map<UserId, Latest> byUser = new ConcurrentHashMap<>();

    void add(UserId user, ConversationId conversation) {
        byUser.computeIfAbsent(user, _ -> new Latest()).add(conversation);
    }

    /// Marks that this user may no longer read it.
    void revoke(UserId user, ConversationId conversation) {
        var latest = byUser.get(user);
        if (latest != null) {
            latest.refuse(conversation);
        }
    }

    void forget(UserId user) {
        byUser.remove(user);
    }

    /// {@return whether the user recently opened it, and still has access}
    boolean isFollowing(UserId user, ConversationId conversation) {
        var latest = byUser.get(user);
        return latest != null && latest.has(conversation);
    }

    /// {@return whether the user recently opened it, even if access was lost since}
    boolean wasOpened(UserId user, ConversationId conversation) {
        var latest = byUser.get(user);
        return latest != null && latest.had(conversation);
    }

    private static final class Latest {
        private final LinkedHashMap<ConversationId, Boolean> open = new LinkedHashMap<>();

        synchronized void add(ConversationId conversation) {
            open.remove(conversation);
            open.put(conversation, true);
            if (open.size() > LATEST) {
                open.pollFirstEntry();
            }
        }

        synchronized void refuse(ConversationId conversation) {
            open.replace(conversation, false);
        }

        synchronized boolean has(ConversationId conversation) {
            return open.getOrDefault(conversation, false);
        }

        synchronized boolean had(ConversationId conversation) {
            return open.containsKey(conversation);
        }
    }
}
