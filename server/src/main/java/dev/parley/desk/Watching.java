package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which conversations each user was let into lately. A hint: who is forgotten asks again.
final class Watching {
    private static final int LATEST = 20;

    private final Map<UserId, Latest> byUser = new ConcurrentHashMap<>();

    void add(UserId user, ConversationId conversation) {
        byUser.computeIfAbsent(user, _ -> new Latest()).add(conversation);
    }

    void forget(UserId user) {
        byUser.remove(user);
    }

    boolean has(UserId user, ConversationId conversation) {
        var latest = byUser.get(user);
        return latest != null && latest.has(conversation);
    }

    private static final class Latest {
        private final LinkedHashMap<ConversationId, Boolean> conversations = new LinkedHashMap<>();

        synchronized void add(ConversationId conversation) {
            conversations.remove(conversation);
            conversations.put(conversation, true);
            if (conversations.size() > LATEST) {
                conversations.pollFirstEntry();
            }
        }

        synchronized boolean has(ConversationId conversation) {
            return conversations.containsKey(conversation);
        }
    }
}
