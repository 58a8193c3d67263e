package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.restfb.BinaryAttachment;
import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.DefaultWebRequestor;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.batch.BatchRequest;
import com.restfb.batch.BatchResponse;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.types.Account;
import com.restfb.types.Conversation;
import com.restfb.types.GraphResponse;
import com.restfb.types.User;
import com.restfb.types.send.ButtonTemplatePayload;
import com.restfb.types.send.CommentIdMessageRecipient;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.MediaAttachment;
import com.restfb.types.send.Message;
import com.restfb.types.send.PostbackButton;
import com.restfb.types.send.QuickReply;
import com.restfb.types.send.SendResponse;
import com.restfb.types.send.TemplateAttachment;
import com.restfb.types.send.WebButton;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A third-party client of the Graph API. Only its base URL is changed.
@Story
class RestFbTests {
    @LocalServerPort int port;
    private TestSimulator simulator;

    @BeforeEach
    void begin() throws IOException {
        simulator = new TestSimulator(port);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void sendsATextAndReadsAProfile() {
        simulator.writes("Ada Lin", "Hi");

        var answer = send("Hello Ada");

        assertThat(answer.getRecipientId()).isEqualTo(TestSimulator.ADA);
        assertThat(answer.getMessageId())
                .isEqualTo(simulator.read("sends").at("/0/mid").asString());
        var profile =
                client().fetchObject(
                                TestSimulator.ADA,
                                User.class,
                                Parameter.with("fields", "first_name,last_name"));
        assertThat(profile.getFirstName()).isEqualTo("Ada");
        assertThat(profile.getLastName()).isEqualTo("Lin");
    }

    @Test
    void understandsARefusal() {
        assertThatThrownBy(() -> send("Too early"))
                .isInstanceOfSatisfying(
                        FacebookOAuthException.class,
                        refusal -> {
                            assertThat(refusal.getErrorCode()).isEqualTo(10);
                            assertThat(refusal.getErrorSubcode()).isEqualTo(2018278);
                        });
    }

    @Test
    void sendsAnAttachmentQuickRepliesAndATemplate() {
        simulator.writes("Ada Lin", "Hi");
        var picture =
                client().publish(
                                "me/messages",
                                SendResponse.class,
                                BinaryAttachment.with(
                                        "filedata", "tea.png", new byte[] {1, 2, 3}, "image/png"),
                                Parameter.with(
                                        "recipient", new IdMessageRecipient(TestSimulator.ADA)),
                                Parameter.with("message", reusable(MediaAttachment.Type.IMAGE)));
        assertThat(picture.hasReusableAttachment()).isTrue();

        var question = new Message("Hot or cold?");
        question.addQuickReply(new QuickReply("Hot", "HOT"));
        question.addQuickReply(new QuickReply("Cold", "COLD"));
        send(question);

        var template = new ButtonTemplatePayload("Our menu");
        template.addButton(new PostbackButton("Show it", "MENU"));
        template.addButton(new WebButton("Website", "https://example.com"));
        send(new Message(new TemplateAttachment(template)));

        var seen = simulator.thread("Ada Lin").path("messages");
        assertThat(seen.at("/1/attachments/0/type").asString()).isEqualTo("image");
        assertThat(seen.at("/2/quickReplies/1/payload").asString()).isEqualTo("COLD");
        assertThat(seen.at("/3/attachments/0/payload/buttons/0/payload").asString())
                .isEqualTo("MENU");
    }

    @Test
    void answersACommentInPrivate() {
        var comment =
                simulator.act(
                        "comments",
                        Map.of("person", "Ada Lin", "page", TestSimulator.PAGE, "text", "?"));
        var recipient = new CommentIdMessageRecipient(comment.path("id").asString());
        var answer =
                client().publish(
                                "me/messages",
                                SendResponse.class,
                                Parameter.with("recipient", recipient),
                                Parameter.with("message", new Message("Yes, we are open")));
        assertThat(answer.getRecipientId()).isEqualTo(TestSimulator.ADA);
    }

    @Test
    void exchangesAndDebugsTokens() {
        var user =
                client().obtainUserAccessToken(
                                TestSimulator.APP,
                                TestSimulator.SECRET,
                                "https://example.com/back",
                                "a-code");
        var extended =
                client().obtainExtendedAccessToken(
                                TestSimulator.APP, TestSimulator.SECRET, user.getAccessToken());
        assertThat(extended.getExpires()).isInTheFuture();
        var first = accounts(extended.getAccessToken(), Parameter.with("limit", 1));
        assertThat(first.getData().getFirst().getAccessToken()).isEqualTo(TestSimulator.TOKEN);
        var second =
                accounts(
                        extended.getAccessToken(),
                        Parameter.with("limit", 1),
                        Parameter.with("after", first.getAfterCursor()));
        assertThat(second.getData()).extracting(Account::getName).containsExactly("晴天花店");
        assertThat(second.hasNext()).isFalse();

        var app =
                client(
                        client().obtainAppAccessToken(TestSimulator.APP, TestSimulator.SECRET)
                                .getAccessToken());
        var described = app.debugToken(TestSimulator.TOKEN);
        assertThat(described.isValid()).isTrue();
        assertThat(described.getProfileId()).isEqualTo(TestSimulator.PAGE);
        assertThat(described.getScopes()).contains("pages_messaging");
    }

    @Test
    void subscribesThePage() {
        var done =
                client().publish(
                                TestSimulator.PAGE + "/subscribed_apps",
                                GraphResponse.class,
                                Parameter.with("subscribed_fields", "messages,message_echoes"));
        assertThat(done.isSuccess()).isTrue();
        assertThat(simulator.read("state").at("/pages/0/subscribedFields").size()).isEqualTo(2);
    }

    @Test
    void readsConversations() {
        simulator.limits(Map.of("conversations", 100));
        simulator.writes("Ada Lin", "What does it cost?");
        send("Three hundred");

        var found =
                client().fetchConnection(
                                "me/conversations",
                                Conversation.class,
                                Parameter.with("platform", "messenger"),
                                Parameter.with(
                                        "fields",
                                        "id,updated_time,participants,messages{id,message,from}"))
                        .getData();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getParticipants().getFirst().getName()).isEqualTo("Ada Lin");
        assertThat(found.getFirst().getMessages())
                .extracting(com.restfb.types.Message::getMessage)
                .containsExactly("Three hundred", "What does it cost?");
    }

    @Test
    void sendsABatch() {
        simulator.writes("Ada Lin", "Hi");
        var send =
                new BatchRequest.BatchRequestBuilder("me/messages")
                        .method("POST")
                        .body(
                                Parameter.with(
                                        "recipient", new IdMessageRecipient(TestSimulator.ADA)),
                                Parameter.with("message", new Message("In a batch")))
                        .build();
        var ask = new BatchRequest.BatchRequestBuilder(TestSimulator.ADA).build();
        var nobody = new BatchRequest.BatchRequestBuilder("1").build();

        var answers = client().executeBatch(send, ask, nobody);

        assertThat(answers).extracting(BatchResponse::getCode).containsExactly(200, 200, 400);
        assertThat(answers.getFirst().getBody()).contains("message_id");
        assertThat(answers.get(1).getBody()).contains("Ada");
        assertThat(simulator.read("sends").at("/0/text").asString()).isEqualTo("In a batch");
    }

    private Connection<Account> accounts(String token, Parameter... parameters) {
        return client(token).fetchConnection("me/accounts", Account.class, parameters);
    }

    private static Message reusable(MediaAttachment.Type type) {
        var attachment = new MediaAttachment(type);
        attachment.setIsReusable(true);
        return new Message(attachment);
    }

    private SendResponse send(String text) {
        return send(new Message(text));
    }

    private SendResponse send(Message message) {
        return client().publish(
                        "me/messages",
                        SendResponse.class,
                        Parameter.with("recipient", new IdMessageRecipient(TestSimulator.ADA)),
                        Parameter.with("message", message));
    }

    private FacebookClient client() {
        return client(TestSimulator.TOKEN);
    }

    private FacebookClient client(String token) {
        var client =
                new DefaultFacebookClient(
                        token,
                        TestSimulator.SECRET,
                        new DefaultWebRequestor(),
                        new DefaultJsonMapper(),
                        Version.LATEST);
        client.setFacebookEndpointUrls(new SimulatorEndpoints());
        return client;
    }

    /// Makes the simulator every endpoint.
    private final class SimulatorEndpoints implements FacebookEndpoints {
        @Override
        public String getFacebookEndpoint() {
            return simulator.base();
        }

        @Override
        public String getGraphEndpoint() {
            return simulator.base();
        }

        @Override
        public String getGraphVideoEndpoint() {
            return simulator.base();
        }

        @Override
        public String getInstagramEndpoint() {
            return simulator.base();
        }

        @Override
        public String getInstagramApiEndpoint() {
            return simulator.base();
        }

        @Override
        public String getThreadsApiEndpoint() {
            return simulator.base();
        }
    }
}
