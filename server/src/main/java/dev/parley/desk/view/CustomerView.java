package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person on the other side, and how the conversation came here.
///
/// @param psid the page-scoped id, shortened for the eye
/// @param since when they first wrote
/// @param why the routing's reasons, in order, each a sentence
public record CustomerView(
        UUID conversationId,
        String name,
        @Nullable String pictureUrl,
        @Nullable String locale,
        @Nullable String timezone,
        String pageName,
        String psid,
        Instant since,
        List<EarlierView> earlier,
        List<String> why) {
    public CustomerView {
        earlier = List.copyOf(earlier);
        why = List.copyOf(why);
    }
}
