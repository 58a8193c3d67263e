package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of event, as programs get it from the API.
@ExtendWith(TestParleyExtension.class)
class EventKindsInApiTests {
    private static final String PERSON = "2401";

    private final TestParley parley;
    private final Meta meta;
    private final String token;
    private long at = System.currentTimeMillis() - 60_000;

    EventKindsInApiTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
        this.token =
                parley.part(ApiTokens.class)
                        .issue(parley.anyUser(), NewToken.unlimited("kinds"), null)
                        .key();
    }

    @Test
    void aConversationThatIsTakenWithoutAnOfferIsAssigned() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        posts("'message':{'mid':'m_1','text':'Hello'}");
        parley.handled(1);
        ann.opens(
                parley.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single());

        ann.does("assign-to-me");

        assertThat(messages().getLast().path("note").asString()).isEqualTo("assigned");
    }

    @Test
    void everyKindHasItsName() {
        posts("'message':{'mid':'m_1','text':'Hello','referral':{'ref':'R','source':'ADS'}}");
        posts("'message_edit':{'mid':'m_1','text':'Hello!','num_edit':1}");
        posts("'reaction':{'mid':'m_1','action':'react','emoji':'👍'}");
        posts(
                "'message':{'mid':'m_2','attachments':[{'type':'reel','payload':{'url':'/reel/1'}}]}");
        posts("'message':{'mid':'m_3','attachments':[{'type':'sticker','payload':{}}]}");
        posts(
                "'message':{'mid':'m_4','attachments':[{'type':'location','payload':"
                        + "{'coordinates':{'lat':1.5,'long':2.5}}}]}");
        posts("'message':{'mid':'m_5','text':'Yes','quick_reply':{'payload':'Y'}}");
        posts("'postback':{'mid':'m_6','title':'Go','payload':'GO'}");
        posts("'optin':{'ref':'R'}");
        posts("'response_feedback':{'feedback':'Good response','mid':'m_1'}");
        posts("'request_thread_control':{'requested_owner_app_id':'77'}");
        posts("'never_heard_of':{'a':1}");
        posts("'message':{'mid':'m_1','is_deleted':true}");
        parley.handled(13);

        var messages = messages();

        assertThat(messages.stream().map(one -> one.path("kind").asString()))
                .containsExactly(
                        "system",
                        "referral",
                        "text",
                        "edit",
                        "reaction",
                        "attachment",
                        "sticker",
                        "location",
                        "replyButton",
                        "button",
                        "subscription",
                        "feedback",
                        "handover",
                        "unsupported",
                        "unsend");
        assertThat(messages.get(1).path("activity").asString()).isEqualTo("cameFromAd");
        assertThat(messages.get(1).at("/activityDetails/0/value").asString()).isEqualTo("R");
        assertThat(messages.get(2).path("unsentAt").isNull()).isFalse();
        assertThat(messages.get(2).path("text").isNull()).isTrue();
        assertThat(messages.get(4).path("reaction").asString()).isEqualTo("👍");
        assertThat(messages.get(4).path("replyTo").asString()).isEqualTo("m_1");
        assertThat(messages.get(5).at("/attachments/0/type").asString()).isEqualTo("reel");
        assertThat(messages.get(7).at("/location/latitude").asDouble()).isEqualTo(1.5);
        assertThat(messages.get(12).at("/handover/to").asString()).isEqualTo("77");
    }

    @Test
    void writingIsRefusedWhileAnotherAppControlsTheThread() {
        posts("'message':{'mid':'m_1','text':'Hello'}");
        posts("'take_thread_control':{'previous_owner_app_id':'1','new_owner_app_id':'77'}");
        parley.handled(2);

        var refused =
                send(
                        request()
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "key")
                                .POST(BodyPublishers.ofString("{\"text\":\"Hello?\"}")));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("controlled-by-another-app", "controlledUntil");
    }

    private void posts(String part) {
        at += 1000;
        meta.tells(PERSON, at, part);
    }

    private List<JsonNode> messages() {
        var body = send(request()).body();
        return JsonMapper.shared().readTree(body).path("items").valueStream().toList();
    }

    private HttpRequest.Builder request() {
        var conversation =
                parley.database()
                        .sql("select id::text from conversation")
                        .query(String.class)
                        .single();
        var address = "%s/api/v1/conversations/%s/messages".formatted(parley.url(), conversation);
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
