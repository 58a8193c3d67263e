package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.ChildServer;
import dev.parley.testing.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who tries the demo finds six weeks of conversations, and can answer the last ones.
@Timeout(600)
class DemoPastTests {
    private static final JsonMapper json = JsonMapper.shared();
    private static final String CONVERSATIONS = "select count(*) from conversation";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator = Simulator.start();
    private final ChildServer server = ChildServer.start(simulator, "--parley.demo.past=true");

    @AfterEach
    void end() {
        server.close();
        simulator.stop();
    }

    @Test
    void theDemoBeginsWithAPast() {
        await("the past").until(() -> !server.setting("API_TOKEN").isEmpty());
        var conversations = server.count(CONVERSATIONS);
        assertThat(conversations).isBetween(280L, 320L);
        assertThat(server.count("select count(*) from contact_link")).isBetween(40L, 150L);
        assertThat(server.count("select count(*) from customer where not sample")).isZero();
        assertThat(server.count("select count(*) from conversation_tag"))
                .isEqualTo(server.count("select count(*) from message where note = 'TAG_ADDED'"))
                .isBetween(180L, 260L);
        await("all messages can be found")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        server.count(
                                        """
                                        select count(*) from message m
                                         where m.text is not null and not exists
                                               (select 1 from search_entry e
                                                 where e.message_id = m.id)
                                        """)
                                == 0);

        var active = active();
        var person = active.path("customer");
        assertThat(person.path("name").asString()).isNotBlank();
        answer(active, "It is on its way");
        var thread = "/simulator/threads?person=" + psidOf(active);
        await("the simulator shows the answer")
                .until(() -> simulator.get(thread).toString().contains("It is on its way"));
        simulator.post(
                "/simulator/messages",
                Map.of("person", psidOf(active), "page", pageOf(active), "text", "Oh, thank you"));
        await("the answer to it")
                .until(() ->
                        server.count("select count(*) from message where text = 'Oh, thank you'")
                                == 1);

        server.kill();
        server.startAgain();
        answer(active, "You are welcome");
        await("it is delivered too")
                .until(() -> simulator.get(thread).toString().contains("You are welcome"));
        assertThat(server.count(CONVERSATIONS)).isEqualTo(conversations);
        assertThat(server.count("select count(*) from message where recovered")).isZero();
    }

    private JsonNode active() {
        return get("/api/v1/conversations?state=active&limit=1").path("items").path(0);
    }

    private String psidOf(JsonNode conversation) {
        return conversation.path("personId").asString();
    }

    private String pageOf(JsonNode conversation) {
        return conversation.path("endpointId").asString();
    }

    private void answer(JsonNode conversation, String text) {
        var request =
                request("/api/v1/conversations/" + conversation.path("id").asString() + "/messages")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        json.writeValueAsString(Map.of("text", text))));
        assertThat(send(request, 202)).isNotNull();
    }

    private JsonNode get(String path) {
        return send(request(path).GET(), 200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + server.token());
    }

    private JsonNode send(HttpRequest.Builder request, int status) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return json.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
