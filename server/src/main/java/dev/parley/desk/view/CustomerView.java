package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person on the other side, and how the conversation came here.
///
/// @param channelName what the channel is called
/// @param person the channel's id of them, shortened for the eye
/// @param since when they first wrote
/// @param why the routing's reasons, in order, each a sentence
public record CustomerView(
        UUID conversationId,
        String name,
        @Nullable String pictureUrl,
        @Nullable String locale,
        @Nullable String timezone,
        String channelName,
        String endpointName,
        String person,
        Instant since,
        List<EarlierView> earlier,
        List<String> why) {
    public CustomerView {
        earlier = List.copyOf(earlier);
        why = List.copyOf(why);
    }
}
