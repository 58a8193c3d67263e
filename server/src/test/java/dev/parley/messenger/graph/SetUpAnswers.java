package dev.parley.messenger.graph;

import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.testing.TestParley;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has the doctor and the wizard read a response about tokens, pages or subscriptions.
final class SetUpAnswers {
    private static final JsonMapper json = JsonMapper.shared();
    private static final Secret TOKEN = new Secret("a token of somebody");
    private static final JsonNode OF_A_USER =
            json.readTree("{\"data\":{\"is_valid\":true,\"type\":\"USER\"}}");

    private SetUpAnswers() {}

    /// {@return how it is interpreted; null if it is about something else}
    static @Nullable String read(TestParley parley, JsonNode answer) {
        var first = answer.path("data").path(0);
        if (answer.has("is_valid") || answer.path("data").has("is_valid")) {
            return token(parley, answer.has("is_valid") ? wrapped(answer) : answer);
        }
        if (first.has("thread_owner") || first.has("subscribed_fields")) {
            return measured(parley, answer);
        }
        if (first.has("access_token")) {
            return pages(parley, answer);
        }
        return answer.has("tasks") ? pages(parley, listed(answer)) : null;
    }

    /// Client libraries return only the content of `data`.
    private static JsonNode wrapped(JsonNode answer) {
        return json.createObjectNode().set("data", answer);
    }

    private static JsonNode listed(JsonNode answer) {
        return json.createObjectNode().set("data", json.createArrayNode().add(answer));
    }

    private static String token(TestParley parley, JsonNode answer) {
        var page = parley.part(FacebookPages.class).all().getFirst();
        var measured =
                examination(parley, Map.of("debugToken", answer))
                        .of(parley.account(), page, List.of())
                        .token();
        return "token: " + (measured instanceof GraphResult.Answered(var token) ? token : measured);
    }

    private static String measured(TestParley parley, JsonNode answer) {
        var page = parley.part(FacebookPages.class).all().getFirst();
        var measured =
                examination(parley, Map.of("subscribedApps", answer, "threadOwner", answer))
                        .of(parley.account(), page, List.of("1"));
        return answer.path("data").path(0).has("thread_owner")
                ? "thread: held by " + measured.holders()
                : "subscription: " + measured.installed();
    }

    private static String pages(TestParley parley, JsonNode answer) {
        var graph = answering(TokenApi.class, Map.of("debug", OF_A_USER, "accounts", answer));
        var checks =
                new TokenVerifier(
                        graph, parley.part(GraphFailures.class), parley.part(Clock.class));
        var app = new AppKeys("1", new Secret("a secret"));
        return switch (checks.pages(app, TOKEN)) {
            case FoundPages.Found(var pages) ->
                    pages.stream()
                            .map(page -> page.name() + " " + page.pageId())
                            .collect(
                                    Collectors.joining(
                                            ", ", "pages of a user with a token: ", "."));
            case FoundPages other -> "pages of a user: " + other;
        };
    }

    private static PageExamination examination(TestParley parley, Map<String, JsonNode> answers) {
        return new PageExamination(
                answering(ExaminationApi.class, answers),
                parley.part(ErrorTable.class),
                parley.part(Clock.class));
    }

    private static <T> T answering(Class<T> api, Map<String, JsonNode> answers) {
        return api.cast(
                Proxy.newProxyInstance(
                        api.getClassLoader(),
                        new Class<?>[] {api},
                        (_, method, _) -> {
                            var answer =
                                    answers.getOrDefault(method.getName(), json.createObjectNode());
                            return method.getReturnType().isInstance(answer)
                                    ? answer
                                    : ResponseEntity.ok(answer);
                        }));
    }
}
