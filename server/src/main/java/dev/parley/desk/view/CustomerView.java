package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customer, and why the conversation was assigned to its agent.
///
/// @param name the name on record, if the customer is linked to a person
/// @param nameInChannel if it is another one; null if not
/// @param sample whether the customer was made up for the demo
/// @param channelName the display name of the channel
/// @param person the channel's id of the customer, shortened for display
/// @param since when the customer first wrote
/// @param tags the names of the conversation's tags
/// @param record the company's own record of the customer
/// @param why the reasons of the routing, in order, each a sentence
public record CustomerView(
        UUID conversationId,
        String name,
        @Nullable String nameInChannel,
        boolean sample,
        @Nullable String pictureUrl,
        @Nullable String locale,
        @Nullable String timezone,
        String channelName,
        String endpointName,
        String person,
        Instant since,
        List<String> tags,
        RecordView record,
        List<EarlierView> earlier,
        List<String> why) {
    public CustomerView {
        tags = List.copyOf(tags);
        earlier = List.copyOf(earlier);
        why = List.copyOf(why);
    }
}
