package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.customer.Profiles.Answer.Known;
import dev.parley.customer.Profiles.Answer.Later;
import dev.parley.customer.Profiles.Answer.Withheld;
import dev.parley.house.House;
import java.lang.reflect.Proxy;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lets the parts that read Graph's answers read one that somebody kept.
public final class GraphAnswers {
    private static final JsonMapper json = JsonMapper.shared();

    private GraphAnswers() {}

    /// {@return what the answer means to whoever reads such answers}
    public static String read(House house, JsonNode answer) {
        if (answer.isArray() && answer.path(0).has("code")) {
            return answer.valueStream()
                    .map(part -> read(house, json.readTree(part.path("body").asString("{}"))))
                    .collect(Collectors.joining("; ", "batch: ", ""));
        }
        if (answer.has("error") || answer.has("error_type")) {
            return error(house, answer);
        }
        if (answer.has("first_name") || answer.has("profile_pic")) {
            return profile(house, answer);
        }
        if (answer.has("message_id")) {
            return "send: taken as " + answer.path("message_id").asString();
        }
        if (answer.has("recipient")) {
            return "send request: only ever sent by others";
        }
        return "read by no part: " + String.join(", ", answer.propertyNames());
    }

    private static String error(House house, JsonNode answer) {
        var error = GraphError.in(json.writeValueAsString(answer).getBytes(UTF_8));
        if (error == null) {
            return "error without a code: the outcome is unknown";
        }
        var row = house.part(ErrorTable.class).of(error);
        return "error %d/%d: %s, %s"
                .formatted(error.code(), error.subcode(), row.errorClass(), row.cause());
    }

    private static String profile(House house, JsonNode answer) {
        var graph =
                (GraphApi)
                        Proxy.newProxyInstance(
                                GraphApi.class.getClassLoader(),
                                new Class<?>[] {GraphApi.class},
                                (_, _, _) -> answer);
        var profiles =
                new MessengerProfiles(
                        graph,
                        house.part(KeyRing.class),
                        house.part(ErrorTable.class),
                        house.part(MessengerFiles.class));
        return switch (profiles.of(new Address(ChannelKind.FACEBOOK, house.page(), "1"))) {
            case Known(var name, var locale, var timezone, _) ->
                    "profile: %s, %s, %s".formatted(name, locale, timezone);
            case Withheld(var why) -> "profile withheld: " + why;
            case Later _ -> "profile: later";
        };
    }
}
