package dev.parley.messenger.graph;

import dev.parley.channel.FailureCause;
import dev.parley.messenger.graph.ConversationHistory.Page.Failed;
import dev.parley.messenger.graph.ConversationHistory.Page.Read;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Meta's message history of a page, the most recently active conversation first. Meta returns
/// details of the latest 20 messages of each; of earlier ones, which show the position of the
/// oldest of the 20 within its second, only ids and times. See
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

    /// Reads the next part of the list of conversations, with one call.
    ///
    /// @param after the cursor where this part begins; null at the start of the list
    public Page read(String page, @Nullable String after) {
        return pageCredentials
                .of(page)
                .map(keys -> read(page, keys, after))
                .orElseGet(() ->
                        new Failed(
                                FailureCause.ENDPOINT, "The page has no messaging account", false));
    }

    private Page read(String page, PageCredential keys, @Nullable String after) {
        try {
            var answer =
                    graph.history(
                            page, keys.bearer(), keys.proof(), "messenger", FIELDS, AT_ONCE, after);
            return new Read(answer.path("data").valueStream().toList(), next(answer));
        } catch (RestClientException failure) {
            var why = failures.of(failure, keys);
            return new Failed(why.cause(), why.detail(), why.temporary());
        }
    }

    private static @Nullable String next(JsonNode answer) {
        var paging = answer.path("paging");
        return paging.has("next") ? paging.path("cursors").path("after").asString(null) : null;
    }

    /// A part of the list, or why it could not be read.
    public sealed interface Page {
        /// Conversations, the most recently active first.
        ///
        /// @param next the cursor of the next part; null at the end of the list
        record Read(List<JsonNode> conversations, @Nullable String next) implements Page {
            public Read {
                conversations = List.copyOf(conversations);
            }
        }

        /// The history could not be read.
        ///
        /// @param cause the stable code of the text that users see
        /// @param passes whether the same request may succeed later
        record Failed(String cause, String detail, boolean passes) implements Page {}
    }
}
