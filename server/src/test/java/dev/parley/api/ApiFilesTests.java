package dev.parley.api;

import static dev.parley.testing.SharedServer.PAGE;
import static dev.parley.testing.SharedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.channel.Address;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.SharedServer;
import dev.parley.testing.SharedServer.Caller;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.Workstreams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiFilesTests {
    private static final String FORM = "multipart/form-data; boundary=parts";

    private final SharedServer server = SharedServer.shared();
    private final Caller program = server.caller("program", Role.SUPERVISOR);

    @BeforeEach
    void filesFromAgentsAreOn() {
        agentFiles(true);
    }

    @Test
    void aFileIsUploadedAndThenSentByItsId() {
        var id = conversation();
        var file = json(upload(id, "menu.txt", "Oolong"));
        assertThat(file.path("type").asString()).isEqualTo("file");
        assertThat(file.path("state").asString()).isEqualTo("stored");

        var body = "{\"text\":\"Here\",\"attachments\":[%s]}".formatted(file.path("id"));
        var sent = json(write(id, "by-id", body));

        assertThat(sent.path("kind").asString()).isEqualTo("attachment");
        assertThat(sent.at("/attachments/0/id")).isEqualTo(file.path("id"));
        assertThat(sent.path("parts")).hasSize(2);
        assertThat(json(write(id, "by-id", body)).path("id")).isEqualTo(sent.path("id"));
        assertThat(outbound(id)).hasSize(2);
    }

    @Test
    void aFileInTheRequestIsSentWithItsTextOnce() {
        var id = conversation();
        var parts = message("{\"text\":\"Here\"}") + file("menu.txt", "Oolong");

        var sent = json(post(id, "form", parts));
        var again = json(post(id, "form", parts));

        assertThat(again.path("id")).isEqualTo(sent.path("id"));
        assertThat(outbound(id)).hasSize(2);
        assertThat(outbound(id).getFirst().at("/attachments/0/name").asString())
                .isEqualTo("menu.txt");
        assertThat(post(id, "form", parts.replace("Oolong", "Green tea")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void replyButtonsAndAQuoteAreSent() {
        var customer = SharedServer.customer();
        var mid = server.writes(customer, Instant.now(), Map.of("text", "Do you have oolong?"));
        var id = found(customer);
        var buttons = "[{\"title\":\"Yes\",\"payload\":\"Y\"},{\"title\":\"No, thanks\"}]";

        var sent =
                json(
                        write(
                                id,
                                "asks",
                                "{\"text\":\"Small?\",\"replyTo\":\"%s\",\"replyButtons\":%s}"
                                        .formatted(mid, buttons)));

        assertThat(sent.path("replyTo").asString()).isEqualTo(mid);
        assertThat(sent.at("/replyButtons/0/payload").asString()).isEqualTo("Y");
        assertThat(sent.at("/replyButtons/1/payload").asString()).isEqualTo("No, thanks");
    }

    @Test
    void invalidMessagesAreRefusedWithTheirReason() {
        var id = conversation();
        assertProblem(upload(id, "a.exe", "MZ"), 422, "attachment-refused");
        assertProblem(upload(id, "a.txt", ""), 422, "attachment-refused");
        var stranger = "00000000-0000-7000-8000-000000000001";
        assertProblem(upload(stranger, "a.txt", "a"), 404, "not-found");
        assertProblem(
                write(id, "k", "{\"attachments\":[\"%s\"]}".formatted(stranger)),
                422,
                "attachment-unknown");
        assertProblem(
                write(id, "k", "{\"text\":\"a\",\"replyTo\":\"m_nobody\"}"),
                422,
                "reply-to-unknown");
        assertProblem(
                write(id, "k", "{\"text\":\"a\",\"replyButtons\":[{\"title\":\"\"}]}"),
                422,
                "reply-buttons-invalid");
        assertProblem(post(id, "k", message("{\"text\":\"a\"}")), 400, "malformed-body");
        assertProblem(
                post(id, "k", file("large.bin", "x".repeat(26_500_000))),
                422,
                "attachment-refused");
        agentFiles(false);
        assertProblem(upload(id, "a.txt", "a"), 409, "attachments-disabled");
        assertThat(outbound(id)).isEmpty();
    }

    @Test
    void anAgentUploadsOnlyWhereTheyCanWrite() {
        var id = conversation();
        var agent = server.caller("agent", Role.AGENT);
        var other = server.caller("other", Role.AGENT);
        server.part(Moves.class).assign(new ConversationId(UUID.fromString(id)), agent.user());

        var parts = conversationPart(id) + file("a.txt", "a");
        var refused = other.post("/api/v1/attachments", closed(parts), "Content-Type", FORM);
        var taken = agent.post("/api/v1/attachments", closed(parts), "Content-Type", FORM);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(taken.statusCode()).isEqualTo(201);
    }

    @Test
    void theDescriptionNamesBothWaysOfSendingFiles() {
        var api = json(program.get("/api/v1/openapi.json"));
        var post = api.at("/paths/~1api~1v1~1conversations~1{id}~1messages/post");

        assertThat(post.at("/requestBody/content").propertyNames())
                .contains("application/json", "multipart/form-data");
        assertThat(api.at("/paths/~1api~1v1~1attachments/post/operationId").asString())
                .isEqualTo("uploadAttachment");
    }

    private void agentFiles(boolean on) {
        server.part(Workstreams.class)
                .setUp(
                        FacebookChannel.KIND,
                        PAGE,
                        new InstanceFeatures(false, true, on),
                        program.user());
    }

    private String conversation() {
        var customer = SharedServer.customer();
        server.writes(customer, Instant.now(), Map.of("text", "Hello"));
        return found(customer);
    }

    private String found(Address customer) {
        var path = "/api/v1/conversations?personId=" + customer.person();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> json(program.get(path)).at("/items/0/id").asString(""),
                        id -> !id.isEmpty());
    }

    private HttpResponse<byte[]> upload(String conversation, String name, String content) {
        var form = closed(conversationPart(conversation) + file(name, content));
        return program.post("/api/v1/attachments", form, "Content-Type", FORM);
    }

    private HttpResponse<byte[]> write(String conversation, String key, String body) {
        return program.post(
                messages(conversation),
                body,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private HttpResponse<byte[]> post(String conversation, String key, String parts) {
        return program.post(
                messages(conversation),
                closed(parts),
                "Content-Type",
                FORM,
                "Idempotency-Key",
                key);
    }

    private List<JsonNode> outbound(String conversation) {
        return json(program.get(messages(conversation)))
                .path("items")
                .valueStream()
                .filter(item -> item.path("author").asString().equals("agent"))
                .toList();
    }

    private static String messages(String conversation) {
        return "/api/v1/conversations/%s/messages".formatted(conversation);
    }

    private static String conversationPart(String id) {
        return part("name=\"conversationId\"", "text/plain", id);
    }

    private static String message(String draft) {
        return part("name=\"message\"", "application/json", draft);
    }

    private static String file(String name, String content) {
        return part("name=\"file\"; filename=\"%s\"".formatted(name), "text/plain", content);
    }

    private static String part(String names, String type, String content) {
        return "--parts\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(names, type, content);
    }

    private static String closed(String parts) {
        return parts + "--parts--\r\n";
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String type) {
        assertThat(json(response).path("type").asString()).isEqualTo("urn:parley:problem:" + type);
        assertThat(response.statusCode()).isEqualTo(status);
    }
}
