package dev.parley.api;

import static dev.parley.testing.SharedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.channel.Address;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.ConversationTags;
import dev.parley.conversation.Moves;
import dev.parley.identity.Role;
import dev.parley.identity.SignedIn;
import dev.parley.testing.SharedServer;
import dev.parley.testing.SharedServer.Caller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ApiTests {
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SharedServer server = SharedServer.shared();
    private final Caller supervisor = server.caller("supervisor", Role.SUPERVISOR);
    private final Caller agent = server.caller("agent", Role.AGENT);

    @Test
    void aConversationIsShownAsDocumented() {
        var customer = SharedServer.customer();
        var id = says(customer, "Is my parcel lost?");
        var item = found(customer);
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "state",
                        "channel",
                        "endpointId",
                        "personId",
                        "customer",
                        "openedAt",
                        "lastMessageAt",
                        "assignedTo",
                        "tags",
                        "replyWindow");
        assertThat(item.path("state").asString()).isEqualTo("open");
        assertThat(item.path("endpointId").asString()).isEqualTo(SharedServer.PAGE);
        assertThat(item.path("personId").asString()).isEqualTo(customer.person());
        assertThat(item.path("assignedTo").isNull()).isTrue();
        assertThat(item.path("replyWindow").path("state").asString()).isEqualTo("open");
        assertThat(json(supervisor.get(CONVERSATIONS + "/" + id))).isEqualTo(item);
    }

    @Test
    void conversationsAreFoundByTheirTags() {
        var customer = SharedServer.customer();
        var id = new ConversationId(UUID.fromString(says(customer, "I want my money back")));
        var roles = Set.of(Role.SUPERVISOR);
        var me = new SignedIn(supervisor.user(), "sue", "Sue", roles, null, false, 0);
        server.part(ConversationTags.class).add(me, id, "Refund");

        assertThat(found(customer).path("tags")).isEqualTo(JSON.readTree("[\"Refund\"]"));
        var list = CONVERSATIONS + "?personId=" + customer.person() + "&tag=";
        assertThat(json(supervisor.get(list + "REFUND")).path("items")).hasSize(1);
        assertThat(json(supervisor.get(list + "other")).path("items")).isEmpty();
        assertThat(json(supervisor.get(list + "x".repeat(60))).path("items")).isEmpty();
    }

    @Test
    void theGuideShowsTheFieldsOfRealResponses() throws IOException {
        var customer = SharedServer.customer();
        var id = says(customer, "Is my parcel lost?");
        var message = json(supervisor.get(CONVERSATIONS + "/" + id + "/messages")).at("/items/0");

        assertThat(shownInTheGuide("\"replyWindow\"")).isEqualTo(names(found(customer)));
        assertThat(shownInTheGuide("\"writtenWith\"")).isEqualTo(names(message));
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 訪客 ", "en, Visitor ", "de, Visitor "})
    void aNamelessCustomerIsAVisitor(String language, String name) {
        var id = says(SharedServer.customer(), "Hello");
        var item = supervisor.get(CONVERSATIONS + "/" + id, "Accept-Language", language);
        assertThat(json(item).path("customer").path("name").asString())
                .startsWith(name)
                .containsPattern("[0-9]+$");
    }

    @Test
    void messagesAreSortedOldestFirstAndComplete() {
        var customer = SharedServer.customer();
        var start = Instant.now().minusSeconds(60);
        var id = says(customer, "message 0", start);
        for (var number = 1; number < 5; number++) {
            says(customer, "message " + number, start.plusSeconds(number));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json(supervisor.get(messages(id) + "?limit=2&cursor=" + cursor));
            page.path("items").forEach(item -> seen.add(item.path("text").asString("")));
            cursor = page.path("nextCursor").asString("");
            if (seen.size() == 4) {
                says(customer, "message 5", start.plusSeconds(5));
            }
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactly(
                        "",
                        "message 0",
                        "message 1",
                        "message 2",
                        "message 3",
                        "message 4",
                        "message 5");
    }

    @Test
    void pagingMissesNothingWhileMessagesArrive() {
        var customers = new ArrayList<Address>();
        for (var number = 0; number < 5; number++) {
            customers.add(SharedServer.customer());
            says(customers.getLast(), "Hello");
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json(supervisor.get(CONVERSATIONS + "?limit=2&cursor=" + cursor));
            page.path("items").forEach(item -> seen.add(item.at("/personId").asString()));
            cursor = page.path("nextCursor").asString("");
            says(customers.getFirst(), "And another thing");
            says(SharedServer.customer(), "I am new");
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsSubsequence(customers.reversed().stream().map(Address::person).toList());
    }

    @Test
    void theSameKeyWritesOnceAndReturnsTheSameResponse() {
        var id = says(SharedServer.customer(), "Hello");
        var first = write(id, "key-1", "It arrives tomorrow.");
        var again = write(id, "key-1", "It arrives tomorrow.");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(first).path("id")).isEqualTo(json(again).path("id"));
        assertThat(json(first).path("text").asString()).isEqualTo("It arrives tomorrow.");
        assertThat(json(first).path("direction").asString()).isEqualTo("outbound");
        assertThat(json(first).path("author").asString()).isEqualTo("agent");
        assertThat(outbound(id)).hasSize(1);
        assertProblem(write(id, "key-1", "Something else"), 422, "idempotency-key-reused");
        assertThat(write(id, "key", "Another message").statusCode()).isEqualTo(202);
        assertThat(outbound(id)).hasSize(2);
    }

    @Test
    void concurrentRequestsWithTheSameKeyWriteOnce() throws Exception {
        var id = says(SharedServer.customer(), "Hello");
        Callable<HttpResponse<byte[]>> ask = () -> write(id, "key-1", "At once");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = new ArrayList<JsonNode>();
            for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                ids.add(json(answer.get()).path("id"));
            }
            assertThat(ids).containsOnly(ids.getFirst());
        }
        assertThat(outbound(id)).hasSize(1);
    }

    @Test
    void aLongTextIsSentInParts() {
        var id = says(SharedServer.customer(), "Hello");
        var answer = json(write(id, "long", "A sentence of words. ".repeat(200)));
        assertThat(answer.path("parts").size()).isEqualTo(3);
        assertThat(answer.path("parts").path(0)).isEqualTo(answer.path("id"));
        assertThat(outbound(id)).hasSize(3);
    }

    @Test
    void invalidMessagesAreRefusedWithTheirReason() {
        var id = says(SharedServer.customer(), "Hello");
        var path = messages(id);
        var key = new String[] {"Content-Type", "application/json", "Idempotency-Key", "k"};
        assertProblem(write(id, "k", "  "), 422, "text-empty");
        assertProblem(supervisor.post(path, "{}", key), 422, "text-empty");
        assertProblem(write(id, "k", "x".repeat(20_001)), 422, "text-too-long");
        assertProblem(write(id, "k", "a\\u0000b"), 422, "text-invalid");
        assertProblem(write(id, "k", "a\\ud800b"), 422, "text-invalid");
        assertProblem(supervisor.post(path, "{", key), 400, "malformed-body");
        assertProblem(supervisor.post(path, "", key), 400, "malformed-body");
        assertProblem(supervisor.post(path, "[1]", key), 400, "malformed-body");
        assertProblem(
                supervisor.post(path, "{\"text\":\"a\"}", "Content-Type", "application/json"),
                400,
                "idempotency-key-missing");
        assertProblem(
                supervisor.post(path, "a", "Content-Type", "text/plain", "Idempotency-Key", "k"),
                415,
                "unsupported-media-type");
        assertThat(outbound(id)).isEmpty();
    }

    @Test
    void writingIsRefusedWhenTheWindowIsClosed() {
        var customer = SharedServer.customer();
        var id = says(customer, "Hello", Instant.now().minus(Duration.ofDays(2)));
        var problem = write(id, "k", "Too late");
        assertProblem(problem, 409, "reply-window-closed");
        assertThat(json(problem).path("closedAt").isMissingNode()).isFalse();
        assertThat(json(problem).path("opensWith").asString()).isEqualTo("extension");
        assertThat(found(customer).at("/replyWindow/state").asString()).isEqualTo("closed");
    }

    @Test
    void writingIsRefusedInAnEndedConversation() {
        var customer = SharedServer.customer();
        var id = says(customer, "Hello");
        var moves = server.part(Moves.class);
        var conversation = new ConversationId(UUID.fromString(id));
        moves.assign(conversation, agent.user());
        assertThat(write(id, "before", "Good morning").statusCode()).isEqualTo(202);
        moves.end(conversation, agent.user());
        assertThat(found(customer).path("state").asString()).isEqualTo("wrapUp");
        assertProblem(write(id, "k", "Hello?"), 409, "conversation-ended");
        assertThat(write(id, "before", "Good morning").statusCode()).isEqualTo(202);
        moves.close(conversation, agent.user());
        assertProblem(write(id, "k", "Hello?"), 409, "conversation-closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=MS8y",
                "limit=0",
                "limit=201",
                "limit=ten",
                "state=OPEN"
            })
    void anInvalidParameterIsNamed(String query) {
        var answer = supervisor.get(CONVERSATIONS + "?" + query);
        assertProblem(answer, 400, "bad-parameter");
        assertThat(json(answer).path("parameter").asString()).isEqualTo(query.split("=", -1)[0]);
    }

    @Test
    void aMissingParameterIsNamed() {
        var answer = supervisor.get("/api/v1/attachments");
        assertProblem(answer, 400, "bad-parameter");
        assertThat(json(answer).path("parameter").asString()).isEqualTo("conversationId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "42"})
    void unknownResourcesAreNotFound(String id) {
        assertProblem(supervisor.get(CONVERSATIONS + "/" + id), 404, "not-found");
        assertProblem(supervisor.get(messages(id)), 404, "not-found");
        assertProblem(write(id, "k", "Hello"), 404, "not-found");
        assertProblem(supervisor.get("/api/v1/attachments/" + id), 404, "not-found");
    }

    @Test
    void anAgentCannotReadConversationsAssignedToOthers() {
        var customer = SharedServer.customer();
        var id = says(customer, "Hello");
        var other = server.caller("other", Role.AGENT);
        assertThat(other.get(CONVERSATIONS + "/" + id).statusCode()).isEqualTo(200);
        server.part(Moves.class).assign(new ConversationId(UUID.fromString(id)), agent.user());
        assertProblem(other.get(CONVERSATIONS + "/" + id), 404, "not-found");
        assertProblem(other.get(messages(id)), 404, "not-found");
        assertProblem(
                other.post(
                        messages(id),
                        "{\"text\":\"a\"}",
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "k"),
                404,
                "not-found");
        var list = json(other.get(CONVERSATIONS + "?personId=" + customer.person()));
        assertThat(list.path("items")).isEmpty();
        var held = json(agent.get(CONVERSATIONS + "?state=active&personId=" + customer.person()));
        assertThat(held.path("items")).hasSize(1);
        assertThat(held.at("/items/0/assignedTo").asString()).isEqualTo(agent.user().toString());
    }

    @Test
    void theDescriptionIsPublicAndNamesEveryPath() {
        var answer = server.getWithoutToken("/api/v1/openapi.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        var description = json(answer);
        assertThat(description.path("openapi").asString()).startsWith("3.");
        assertThat(description.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/conversations",
                        "/api/v1/conversations/{id}",
                        "/api/v1/conversations/{id}/messages",
                        "/api/v1/attachments",
                        "/api/v1/attachments/{id}");
        var post = description.at("/paths/~1api~1v1~1conversations~1{id}~1messages/post");
        assertThat(post.path("responses").propertyNames())
                .containsExactlyInAnyOrder(
                        "202", "400", "401", "403", "404", "406", "409", "413", "415", "422",
                        "503");
        assertThat(post.path("parameters").toString()).contains("Idempotency-Key");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(description.toString()).doesNotContain("SignedIn");
        assertThat(description.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(ref ->
                        assertThat(description.at(ref.substring(1)).isMissingNode())
                                .as(ref)
                                .isFalse());
        var property = "/components/schemas/Message/properties/channelMessageId/type";
        assertThat(description.at(property).toString()).contains("null");
    }

    /// {@return the fields of the first item in the example that has this one}
    private static Set<String> shownInTheGuide(String field) throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "api.md"));
        return Stream.of(guide.split("```"))
                .filter(block -> block.startsWith("json\n{\"items\"") && block.contains(field))
                .map(block -> names(JSON.readTree(block.substring(4)).at("/items/0")))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode item) {
        return new TreeSet<>(item.propertyNames());
    }

    private String says(Address customer, String text) {
        return says(customer, text, Instant.now());
    }

    /// {@return the conversation, once the message is in it}
    private String says(Address customer, String text, Instant at) {
        var mid = server.writes(customer, at, Map.of("text", text));
        var conversation = await().until(() -> found(customer), JsonNode::isObject);
        var id = conversation.path("id").asString();
        await().until(
                        () -> supervisor.get(messages(id) + "?limit=200"),
                        answer -> json(answer).toString().contains(mid));
        return id;
    }

    private JsonNode found(Address customer) {
        return json(supervisor.get(CONVERSATIONS + "?personId=" + customer.person()))
                .path("items")
                .path(0);
    }

    private List<JsonNode> outbound(String id) {
        return json(supervisor.get(messages(id)))
                .path("items")
                .valueStream()
                .filter(item -> item.path("author").asString().equals("agent"))
                .toList();
    }

    private HttpResponse<byte[]> write(String id, String key, String text) {
        return supervisor.post(
                messages(id),
                "{\"text\":\"" + text + "\"}",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static String messages(String conversation) {
        return CONVERSATIONS + "/" + conversation + "/messages";
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:parley:problem:" + type);
        assertThat(json(answer).path("detail").asString()).isNotBlank();
    }
}
