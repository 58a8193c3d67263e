package dev.parley.api;

import dev.parley.conversation.Access;
import dev.parley.conversation.Conversation;
import dev.parley.identity.SignedIn;
import dev.parley.identity.UserId;

/// Which conversations a token's user may read and write in: supervisors and administrators all,
/// agents what {@link Access} opens to them.
record Reach(UserId user, boolean everything) {
    static Reach of(SignedIn user) {
        return new Reach(user.userId(), user.supervisor() || user.administrator());
    }

    boolean covers(Conversation conversation) {
        return everything || Access.isOpenTo(conversation, user);
    }
}
