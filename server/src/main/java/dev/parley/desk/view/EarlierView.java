package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An earlier conversation with the same person, or any other of the same contact.
///
/// @param endpointName where it is, if it is of another profile of the contact; otherwise null
/// @param tags the names of its tags
/// @param disposition the name of its disposition code; null when it has none
public record EarlierView(
        UUID conversationId,
        long number,
        ConversationState state,
        Instant startedAt,
        String lastMessageTime,
        @Nullable String endpointName,
        List<String> tags,
        @Nullable String disposition) {
    public EarlierView {
        tags = List.copyOf(tags);
    }
}
