package dev.parley.messenger.graph;

import dev.parley.messenger.graph.ConversationHistory.Page.Failed;
import dev.parley.messenger.graph.ConversationHistory.Page.Read;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// What was said on a page, as Meta's own record tells it, the conversation that was last spoken in
/// first. Details are told of the latest 20 messages of each; of those before, which say where in
/// its second the oldest of them stands, ids and times. See
/// https://developers.facebook.com/docs/graph-api/reference/page/conversations
@Component
public class ConversationHistory {
    private static final int AT_ONCE = 25;
    private static final String FIELDS =
            "id,updated_time,participants,"
                    + "messages.limit(30){id,created_time,from,to,message,attachments,shares,sticker}";

    private final GraphApi graph;
    private final PageCredentials pageCredentials;
    private final GraphFailures failures;

    ConversationHistory(GraphApi graph, PageCredentials pageCredentials, GraphFailures failures) {
        this.graph = graph;
        this.pageCredentials = pageCredentials;
        this.failures = failures;
    }

    /// Reads on in the list of conversations, with one call.
    ///
    /// @param after where the list goes on; null at its beginning
    public Page read(String page, @Nullable String after) {
        return pageCredentials
                .of(page)
                .map(keys -> read(page, keys, after))
                .orElseGet(() -> new Failed("page", "The page is in no messaging account", false));
    }

    private Page read(String page, PageCredential keys, @Nullable String after) {
        try {
            var answer =
                    graph.history(
                            page, keys.bearer(), keys.proof(), "messenger", FIELDS, AT_ONCE, after);
            return new Read(answer.path("data").valueStream().toList(), next(answer));
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            return new Failed(why.cause(), why.detail(), why.passes());
        }
    }

    private static @Nullable String next(JsonNode answer) {
        var paging = answer.path("paging");
        return paging.has("next") ? paging.path("cursors").path("after").asString(null) : null;
    }

    /// A part of the list, or why there is none.
    public sealed interface Page {
        /// Conversations, the one that was last spoken in first.
        ///
        /// @param next where the list goes on; null at its end
        record Read(List<JsonNode> conversations, @Nullable String next) implements Page {
            public Read {
                conversations = List.copyOf(conversations);
            }
        }

        /// Meta did not let us read.
        ///
        /// @param cause the stable code under which people read about it
        /// @param passes whether asking the same again may be answered another time
        record Failed(String cause, String detail, boolean passes) implements Page {}
    }
}
