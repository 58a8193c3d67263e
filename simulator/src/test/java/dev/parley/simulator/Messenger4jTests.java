package dev.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.messenger4j.Messenger;
import com.github.messenger4j.exception.MessengerApiException;
import com.github.messenger4j.exception.MessengerIOException;
import com.github.messenger4j.exception.MessengerVerificationException;
import com.github.messenger4j.messengerprofile.MessengerSettingProperty;
import com.github.messenger4j.messengerprofile.MessengerSettings;
import com.github.messenger4j.messengerprofile.getstarted.StartButton;
import com.github.messenger4j.send.MessagePayload;
import com.github.messenger4j.send.MessageResponse;
import com.github.messenger4j.send.MessagingType;
import com.github.messenger4j.send.SenderActionPayload;
import com.github.messenger4j.send.message.Message;
import com.github.messenger4j.send.message.RichMediaMessage;
import com.github.messenger4j.send.message.TemplateMessage;
import com.github.messenger4j.send.message.TextMessage;
import com.github.messenger4j.send.message.quickreply.TextQuickReply;
import com.github.messenger4j.send.message.richmedia.RichMediaAsset;
import com.github.messenger4j.send.message.richmedia.UrlRichMediaAsset;
import com.github.messenger4j.send.message.template.ButtonTemplate;
import com.github.messenger4j.send.message.template.button.PostbackButton;
import com.github.messenger4j.send.message.template.button.UrlButton;
import com.github.messenger4j.send.senderaction.SenderAction;
import com.github.messenger4j.spi.MessengerHttpClient;
import com.github.messenger4j.userprofile.UserProfile;
import com.github.messenger4j.webhook.Event;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Another third-party client of the Messenger Platform, which also receives webhooks. Only its
/// base URL is changed.
@Story
class Messenger4jTests {
    @LocalServerPort int port;
    private TestSimulator simulator;
    private Messenger messenger;

    @BeforeEach
    void begin() throws IOException {
        simulator = new TestSimulator(port);
        var http = Optional.<MessengerHttpClient>of(new SimulatorHttp());
        messenger = Messenger.create(TestSimulator.TOKEN, TestSimulator.SECRET, "verify-me", http);
        simulator.connect();
        simulator.writes("Ada Lin", "Are you open?");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void sendsTextsPicturesAndTemplates() throws Exception {
        var hot = TextQuickReply.create("Hot", "HOT");
        var question =
                TextMessage.create(
                        "Hot or cold?", Optional.of(List.of(hot)), Optional.of("our-42"));
        assertThat(send(question).recipientId()).contains(TestSimulator.ADA);
        var picture =
                UrlRichMediaAsset.create(
                        RichMediaAsset.Type.IMAGE,
                        URI.create(simulator.base() + "/files/people/1.png").toURL(),
                        Optional.of(true));
        assertThat(send(RichMediaMessage.create(picture)).attachmentId()).isPresent();
        var buttons =
                List.of(
                        PostbackButton.create("Menu", "MENU"),
                        UrlButton.create("Website", URI.create("https://example.com").toURL()));
        var menu = send(TemplateMessage.create(ButtonTemplate.create("Our menu", buttons)));

        var seen = simulator.thread("Ada Lin").path("messages");
        assertThat(seen.at("/1/quickReplies/0/payload").asString()).isEqualTo("HOT");
        assertThat(seen.at("/2/attachments/0/type").asString()).isEqualTo("image");
        assertThat(seen.at("/3/mid").asString()).isEqualTo(menu.messageId().orElseThrow());
        assertThat(seen.at("/3/attachments/0/payload/buttons/1/url").asString())
                .startsWith("https://example.com");
    }

    @Test
    void typesAndMarksAsSeen() throws Exception {
        messenger.send(SenderActionPayload.create(TestSimulator.ADA, SenderAction.TYPING_ON));
        messenger.send(SenderActionPayload.create(TestSimulator.ADA, SenderAction.MARK_SEEN));

        assertThat(simulator.thread("Ada Lin").path("typing").asBoolean()).isTrue();
        assertThat(simulator.thread("Ada Lin").at("/messages/0/state").asString())
                .isEqualTo("seen");
    }

    /// The client requests all fields that profiles have ever had, and requires all of them.
    @Test
    void readsAProfile() throws Exception {
        var ada = messenger.queryUserProfile(TestSimulator.ADA);

        assertThat(ada.firstName()).isEqualTo("Ada");
        assertThat(ada.profilePicture()).startsWith(simulator.base());
        assertThat(ada.locale()).isEqualTo("en_US");
        assertThat(ada.gender()).isEqualTo(UserProfile.Gender.FEMALE);
    }

    @Test
    void setsThePageUp() throws Exception {
        var settings =
                MessengerSettings.create(
                        Optional.of(StartButton.create("GET_STARTED")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(messenger.updateSettings(settings).result()).isEqualTo("success");
        assertThat(simulator.read("state").at("/pages/0/messengerProfile").has("get_started"))
                .isTrue();
        var removed =
                messenger.deleteSettings(
                        MessengerSettingProperty.START_BUTTON, MessengerSettingProperty.HOME_URL);
        assertThat(removed.result()).isEqualTo("success");
        assertThat(simulator.read("state").at("/pages/0/messengerProfile").isEmpty()).isTrue();
    }

    @Test
    void understandsARefusal() {
        simulator.act(
                "blocks", Map.of("person", "Ada Lin", "page", TestSimulator.PAGE, "blocked", true));
        assertThatThrownBy(() -> send(TextMessage.create("Hello?")))
                .isInstanceOfSatisfying(
                        MessengerApiException.class,
                        refusal -> {
                            assertThat(refusal.code()).contains(551);
                            assertThat(refusal.type()).contains("OAuthException");
                            assertThat(refusal.fbTraceId()).isPresent();
                        });
    }

    @Test
    void receivesTheWebhooks() throws Exception {
        send(TextMessage.create("Until six.", Optional.empty(), Optional.of("our-42")));
        simulator.app.awaitEvents(3);
        var events = new ArrayList<Event>();
        for (var post : simulator.app.posts()) {
            messenger.onReceiveEvents(post.body(), Optional.of(post.sha1()), events::add);
        }

        var asked = events.stream().filter(Event::isTextMessageEvent).findFirst().orElseThrow();
        assertThat(asked.asTextMessageEvent().text()).isEqualTo("Are you open?");
        assertThat(asked.senderId()).isEqualTo(TestSimulator.ADA);
        assertThat(events).anyMatch(Event::isMessageEchoEvent);
        assertThat(events).anyMatch(Event::isMessageDeliveredEvent);
        var forged = simulator.app.posts().getFirst().body() + " ";
        assertThatThrownBy(() ->
                        messenger.onReceiveEvents(
                                forged,
                                Optional.of(simulator.app.posts().getFirst().sha1()),
                                events::add))
                .isInstanceOf(MessengerVerificationException.class);
    }

    private MessageResponse send(Message message)
            throws MessengerApiException, MessengerIOException {
        return messenger.send(
                MessagePayload.create(TestSimulator.ADA, MessagingType.RESPONSE, message));
    }

    /// Sends the client's calls to the simulator instead of Meta.
    private final class SimulatorHttp implements MessengerHttpClient {
        private final HttpClient http = HttpClient.newHttpClient();

        @Override
        public HttpResponse execute(HttpMethod method, String url, String body) throws IOException {
            var address = URI.create(url.replace("https://graph.facebook.com", simulator.base()));
            var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
            var request =
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json; charset=utf-8")
                            .method(method.name(), publisher)
                            .build();
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                return new HttpResponse(answer.statusCode(), answer.body());
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }
    }
}
