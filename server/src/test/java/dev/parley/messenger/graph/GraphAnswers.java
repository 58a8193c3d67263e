package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.EventReader;
import dev.parley.customer.Profiles.Answer.Known;
import dev.parley.customer.Profiles.Answer.Later;
import dev.parley.customer.Profiles.Answer.Withheld;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.webhook.HistoryMessages;
import dev.parley.testing.TestParley;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Has the code that reads Graph's responses read a stored one.
public final class GraphAnswers {
    private static final JsonMapper json = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private static final PageCredential NO_KEYS = new PageCredential("no token", "no secret");

    private GraphAnswers() {}

    /// {@return how the code for such responses interprets it}
    public static String read(TestParley parley, JsonNode answer) {
        if (answer.isArray() && answer.path(0).has("code")) {
            return answer.valueStream()
                    .map(part -> read(parley, json.readTree(part.path("body").asString("{}"))))
                    .collect(Collectors.joining("; ", "batch: ", ""));
        }
        if (answer.has("error") || answer.has("error_type")) {
            return error(parley, answer);
        }
        var ofSetUp = SetUpAnswers.read(parley, answer);
        if (ofSetUp != null) {
            return ofSetUp;
        }
        if (answer.has("first_name") || answer.has("profile_pic")) {
            return profile(parley, answer);
        }
        if (answer.has("message_id")) {
            return "send: taken as " + answer.path("message_id").asString();
        }
        if (answer.has("recipient")) {
            return "send request: only ever sent by others";
        }
        var said = History.messages(answer);
        if (!said.isEmpty()) {
            return History.read(parley, said);
        }
        return "read by no part: " + String.join(", ", answer.propertyNames());
    }

    private static String error(TestParley parley, JsonNode answer) {
        var error = GraphError.in(json.writeValueAsString(answer).getBytes(UTF_8), NO_KEYS);
        if (error == null) {
            return "error without a code: the outcome is unknown";
        }
        var row = parley.part(ErrorTable.class).of(error);
        return "error %d/%d: %s, %s"
                .formatted(error.code(), error.subcode(), row.errorClass(), row.cause());
    }

    /// Messages from Meta's message history, alone or in their conversation.
    private static final class History {
        private static final String PERSON = "200000000000001";

        static List<ObjectNode> messages(JsonNode answer) {
            if (answer.isArray()) {
                return answer.valueStream().flatMap(one -> messages(one).stream()).toList();
            }
            var conversation = answer.has("data") ? answer.path("data").path(0) : answer;
            if (conversation.has("messages")) {
                return conversation
                        .path("messages")
                        .path("data")
                        .valueStream()
                        .map(ObjectNode.class::cast)
                        .toList();
            }
            return answer instanceof ObjectNode message && isMessage(answer)
                    ? List.of(message)
                    : List.of();
        }

        private static boolean isMessage(JsonNode answer) {
            return Stream.of("message", "attachments", "shares", "sticker").anyMatch(answer::has);
        }

        static String read(TestParley parley, List<ObjectNode> messages) {
            var conversation = json.createObjectNode();
            conversation.putObject("participants").putArray("data").addObject().put("id", PERSON);
            var data = conversation.putObject("messages").putArray("data");
            messages.forEach(message -> data.add(filled(message)));
            var found =
                    new HistoryMessages(
                            parley.page(), Instant.EPOCH, Instant.MAX.minusSeconds(9), NOW);
            return found.envelopes(List.of(conversation)).stream()
                    .map(envelope ->
                            parley.part(EventReader.class)
                                    .read(
                                            envelope.address(),
                                            envelope.kind(),
                                            envelope.payload(),
                                            envelope.occurredAt()))
                    .map(History::shown)
                    .collect(Collectors.joining("; ", "record: ", ""));
        }

        private static ObjectNode filled(ObjectNode message) {
            if (!message.has("created_time")) {
                message.put("created_time", "2026-01-02T23:40:56+0000");
            }
            if (!message.has("from")) {
                message.putObject("from").put("id", PERSON);
            }
            if (!message.has("id")) {
                message.put("id", "m_" + message.hashCode());
            }
            return message;
        }

        private static String shown(ChannelEvent event) {
            var text = event.toString().replaceAll("\\s+", " ");
            return text.length() > 200 ? text.substring(0, 200) + "…" : text;
        }
    }

    private static String profile(TestParley parley, JsonNode answer) {
        var graph =
                (GraphApi)
                        Proxy.newProxyInstance(
                                GraphApi.class.getClassLoader(),
                                new Class<?>[] {GraphApi.class},
                                (_, _, _) -> answer);
        var profiles =
                new MessengerProfiles(
                        graph,
                        parley.part(PageCredentials.class),
                        parley.part(GraphFailures.class),
                        parley.part(MessengerFiles.class));
        return switch (profiles.of(new Address(FacebookChannel.KIND, parley.page(), "1"))) {
            case Known(var name, var locale, var timezone, _) ->
                    "profile: %s, %s, %s".formatted(name, locale, timezone);
            case Withheld(var why) -> "profile withheld: " + why;
            case Later _ -> "profile: later";
        };
    }
}
