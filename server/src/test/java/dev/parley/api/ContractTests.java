package dev.parley.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Meta;
import dev.parley.testing.Pictures;
import dev.parley.testing.RawHttp;
import dev.parley.testing.RawHttp.Answer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.Workstreams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every operation of the API, in every status that its description names, is as described.
@ExtendWith(TestParleyExtension.class)
class ContractTests {
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String ATTACHMENTS = "/api/v1/attachments";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: multipart/form-data; boundary=parts\r\n";
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000001";

    private final TestParley parley;
    private final RawHttp line;
    private final String all;
    private final String reads;
    private final String writes;
    private final Contract contract;
    private final List<String> flaws = new ArrayList<>();
    private int keys;

    ContractTests(TestParley parley) throws IOException {
        this.parley = parley;
        this.line = new RawHttp(parley.url());
        this.all = token(Set.of(Scope.values()));
        this.reads = token(Set.of(Scope.READ));
        this.writes = token(Set.of(Scope.WRITE));
        this.contract = new Contract(json(ask("GET", "/api/v1/openapi.json", "", "")));
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void everyResponseIsAsDescribed() throws IOException {
        var open = conversation("2401", System.currentTimeMillis() - 60_000);
        var closed =
                conversation("2402", System.currentTimeMillis() - Duration.ofDays(3).toMillis());

        lists(open);
        sends(open, closed);
        var file = uploads(open);
        downloads(file);
        waits(open, file);
        whatBelongsToNoOperation();

        assertThat(flaws).isEmpty();
        assertThat(contract.seen())
                .containsExactlyInAnyOrderElementsOf(
                        contract.promised().stream().filter(ContractTests::canBeSeen).toList());
    }

    /// The web server refuses bodies that are too large, and everything while it is full, before an
    /// operation is known, with the same response for all: `RequestGate` sends it, and has its own
    /// tests.
    private static boolean canBeSeen(String promise) {
        return !promise.endsWith(" 413") && !promise.endsWith(" 503");
    }

    private void lists(String conversation) throws IOException {
        var one = CONVERSATIONS + "/" + conversation;
        var messages = one + "/messages";
        get("listConversations", CONVERSATIONS, 200);
        get("listConversations", CONVERSATIONS + "?limit=1", 200);
        get("listConversations", CONVERSATIONS + "?limit=0", 400);
        get("listConversations", CONVERSATIONS + "?personId=%00", 400);
        get("getConversation", one, 200);
        get("getConversation", one + "?a=%ED%A0%80", 400);
        get("getConversation", CONVERSATIONS + "/" + NOBODYS, 404);
        get("listMessages", messages, 200);
        get("listMessages", messages + "?limit=2", 200);
        get("listMessages", messages + "?cursor=nonsense", 400);
        get("listMessages", CONVERSATIONS + "/x/messages", 404);
        for (var operation : List.of("listConversations", "getConversation", "listMessages")) {
            var path =
                    switch (operation) {
                        case "listConversations" -> CONVERSATIONS;
                        case "getConversation" -> one;
                        default -> messages;
                    };
            check(operation, ask("GET", path, "", ""), 401);
            check(operation, ask("GET", path, writes, ""), 403);
            check(operation, ask("GET", path, all + "Accept: text/plain\r\n", ""), 406);
        }
    }

    private void sends(String open, String closed) throws IOException {
        var path = CONVERSATIONS + "/" + open + "/messages";
        var shut = CONVERSATIONS + "/" + closed + "/messages";
        var nowhere = CONVERSATIONS + "/" + NOBODYS + "/messages";
        var asks = "{\"text\":\"Tea?\",\"replyButtons\":[{\"title\":\"Yes\"},{\"title\":\"No\"}]}";
        send(path, all + JSON, "{\"text\":\"It arrives tomorrow.\"}", 202);
        send(path, all + JSON, asks, 202);
        send(path, all + FORM, form(message(), text("slip.txt")), 202);
        send(path, all + JSON, "{", 400);
        send(path, all + JSON, "{\"replyButtons\":[null]}", 400);
        send(path, all + JSON, "{\"attachments\":[null]}", 400);
        send(path, all + JSON, "{\"attachments\":[{}]}", 400);
        send(path, all + JSON, "[".repeat(2000), 400);
        send(path, JSON, "{\"text\":\"Hello\"}", 401);
        send(path, reads + JSON, "{\"text\":\"Hello\"}", 403);
        send(nowhere, all + JSON, "{\"text\":\"Hello\"}", 404);
        send(path, all + JSON + "Accept: text/plain\r\n", "{\"text\":\"Never\"}", 406);
        send(shut, all + JSON, "{\"text\":\"Hello\"}", 409);
        send(path, all + "Content-Type: */*+json\r\n", "{\"text\":\"Hello\"}", 415);
        send(path, all + "Content-Type: text/plain\r\n", "Hello", 415);
        send(path, all + JSON, "{\"text\":\"\"}", 422);
        send(path, all + JSON, "{\"text\":\"a\",\"replyTo\":\"\\u0000\"}", 422);
        assertThat(parley.count("select count(*) from message where text = 'Never'")).isZero();
    }

    /// {@return the id of a waiting file}
    private String uploads(String open) throws IOException {
        var of = field("conversationId", open);
        var uploaded = upload(all + FORM, form(of, picture()), 201);
        upload(all + FORM, form(of), 400);
        upload(all + FORM, "--parts", 400);
        upload(all + "Content-Type: multipart/form-data\r\n", form(of, picture()), 400);
        upload(FORM, form(of, picture()), 401);
        upload(reads + FORM, form(of, picture()), 403);
        upload(all + FORM, form(field("conversationId", NOBODYS), picture()), 404);
        upload(all + FORM + "Accept: text/plain\r\n", form(of, picture()), 406);
        upload(all + JSON, "{}", 415);
        upload(all + FORM, form(of, file("a.exe", "MZ")), 422);
        agentFiles(false);
        upload(all + FORM, form(of, picture()), 409);
        agentFiles(true);
        return uploaded.path("id").asString();
    }

    private void downloads(String file) throws IOException {
        var path = ATTACHMENTS + "/" + file;
        get("getAttachment", path, 200);
        check("getAttachment", ask("GET", path, all + "Range: bytes=0-3\r\n", ""), 206);
        check("getAttachment", ask("GET", path, all + "Range: bytes=0-3,5-6\r\n", ""), 206);
        check("getAttachment", ask("GET", path, all + "Range: bytes=9999999-\r\n", ""), 416);
        check("getAttachment", ask("GET", path, all + "Range: nonsense\r\n", ""), 416);
        var same = "If-None-Match: \"" + file + "\"\r\n";
        check("getAttachment", ask("GET", path, all + same, ""), 304);
        get("getAttachment", path + "?a=%", 400);
        check("getAttachment", ask("GET", path, "", ""), 401);
        check("getAttachment", ask("GET", path, writes, ""), 403);
        get("getAttachment", ATTACHMENTS + "/" + NOBODYS, 404);
    }

    private void waits(String conversation, String file) throws IOException {
        var list = ATTACHMENTS + "?conversationId=" + conversation;
        if (contract.has("listWaitingAttachments")) {
            var operation = "listWaitingAttachments";
            get(operation, list, 200);
            get(operation, ATTACHMENTS + "?conversationId=x", 400);
            check(operation, ask("GET", list, "", ""), 401);
            check(operation, ask("GET", list, writes, ""), 403);
            get(operation, ATTACHMENTS + "?conversationId=" + NOBODYS, 404);
            check(operation, ask("GET", list, all + "Accept: text/plain\r\n", ""), 406);
        }
        if (contract.has("deleteWaitingAttachment")) {
            var operation = "deleteWaitingAttachment";
            var path = ATTACHMENTS + "/" + file;
            check(operation, ask("DELETE", path + "?a=%", all, ""), 400);
            check(operation, ask("DELETE", path, "", ""), 401);
            check(operation, ask("DELETE", path, reads, ""), 403);
            check(operation, ask("DELETE", ATTACHMENTS + "/x", all, ""), 404);
            check(operation, ask("DELETE", path, all, ""), 204);
        }
    }

    private void whatBelongsToNoOperation() throws IOException {
        for (var answer :
                List.of(
                        ask("PATCH", CONVERSATIONS, all, ""),
                        ask("GET", "/api/v1/nothing", all, ""),
                        ask("GET", CONVERSATIONS + "/%00", all, ""),
                        ask("FOO", CONVERSATIONS, all, ""))) {
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            flaws.addAll(contract.problemFlaws("" + answer.status(), answer.bytes()));
        }
        assertThat(ask("PATCH", CONVERSATIONS, all, "").status()).isEqualTo(405);
    }

    /// {@return a conversation with an entry of every kind}
    private String conversation(String person, long start) throws IOException {
        var meta = new Meta(parley);
        var parts =
                List.of(
                        "'message':{'mid':'m_1','text':'Hello','referral':{'ref':'R','source':'ADS'}}",
                        "'message_edit':{'mid':'m_1','text':'Hello!','num_edit':1}",
                        "'reaction':{'mid':'m_1','action':'react','emoji':'👍'}",
                        "'message':{'mid':'m_2','attachments':[{'type':'reel','payload':{'url':'/reel/1'}}]}",
                        "'message':{'mid':'m_3','attachments':[{'type':'image','payload':{'url':'http://127.0.0.1:1/a','sticker_id':369239263222822}}]}",
                        "'message':{'mid':'m_4','attachments':[{'type':'location','payload':{'coordinates':{'lat':1.5,'long':2.5}}}]}",
                        "'message':{'mid':'m_5','text':'Yes','quick_reply':{'payload':'Y'}}",
                        "'message':{'mid':'m_6','quick_reply':{'payload':'BARE'}}",
                        "'postback':{'mid':'m_7','title':'Go','payload':'GO'}",
                        "'message':{'mid':'m_8','is_echo':true,'attachments':[{'type':'template','payload':{'template_type':'generic','elements':[{'title':'Tea','buttons':[{'type':'postback','title':'Buy','payload':'B'}]}]}}]}",
                        "'message':{'mid':'m_9','attachments':[{'type':'file','payload':{'url':'http://127.0.0.1:1/a'}}]}",
                        "'optin':{'ref':'R'}",
                        "'request_thread_control':{'requested_owner_app_id':'77'}",
                        "'never_heard_of':{'a':1}",
                        "'message':{'mid':'m_1','is_deleted':true}");
        var before = (int) parley.count("select count(*) from envelope");
        for (var number = 0; number < parts.size(); number++) {
            var part = parts.get(number).replace("'m_", "'m_" + person + "_");
            meta.tells(person, start + number * 1000L, part);
        }
        parley.handled(before + parts.size());
        var id =
                json(ask("GET", CONVERSATIONS + "?personId=" + person, all, ""))
                        .at("/items/0/id")
                        .asString();
        assertThat(UUID.fromString(id)).isNotNull();
        return id;
    }

    @Test
    void thePayloadOfATapIsIncluded() throws IOException {
        var conversation = conversation("2403", System.currentTimeMillis() - 60_000);
        var items =
                json(ask("GET", CONVERSATIONS + "/" + conversation + "/messages", all, ""))
                        .path("items")
                        .valueStream()
                        .toList();

        var opened = items.getFirst();
        assertThat(opened.path("kind").asString()).isEqualTo("system");
        assertThat(opened.path("note").asString()).isEqualTo("opened");
        var thumb = of(items, "sticker");
        assertThat(thumb.path("emoji").asString()).isEqualTo("👍");
        var pressed =
                items.stream()
                        .filter(one -> one.path("kind").asString().equals("replyButton"))
                        .toList();
        assertThat(pressed.getFirst().path("payload").asString()).isEqualTo("Y");
        assertThat(pressed.getLast().path("payload").asString()).isEqualTo("BARE");
        assertThat(pressed.getLast().path("text").isNull()).isTrue();
        assertThat(of(items, "button").path("payload").asString()).isEqualTo("GO");
        assertThat(of(items, "location").path("payload").isNull()).isTrue();
    }

    @Test
    void notesHaveNoDirectionAndNoStatus() throws IOException {
        var conversation = conversation("2404", System.currentTimeMillis() - 60_000);
        var items =
                json(ask("GET", CONVERSATIONS + "/" + conversation + "/messages", all, ""))
                        .path("items")
                        .valueStream()
                        .toList();

        assertThat(items).anyMatch(one -> one.path("note").isNull());
        assertThat(items)
                .allSatisfy(one -> {
                    var isNote = !one.path("note").isNull();
                    assertThat(one.path("direction").isNull()).isEqualTo(isNote);
                    assertThat(one.path("status").isNull()).isEqualTo(isNote);
                });
        assertThat(of(items, "system").path("note").asString()).isEqualTo("opened");
    }

    private static JsonNode of(List<JsonNode> items, String kind) {
        return items.stream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void get(String operation, String path, int status) throws IOException {
        check(operation, ask("GET", path, all, ""), status);
    }

    private void send(String path, String headers, String body, int status) throws IOException {
        var key = "Idempotency-Key: key-" + keys++ + "\r\n";
        check("sendMessage", ask("POST", path, headers + key, body), status);
    }

    private JsonNode upload(String headers, String body, int status) throws IOException {
        var answer = ask("POST", ATTACHMENTS, headers, body);
        check("uploadAttachment", answer, status);
        return json(answer);
    }

    private void check(String operation, Answer answer, int status) {
        if (answer.status() != status) {
            flaws.add(
                    "%s is %d, not %d: %s"
                            .formatted(operation, answer.status(), status, answer.text()));
        }
        flaws.addAll(
                contract.flaws(
                        operation, answer.status(), answer.header("content-type"), answer.bytes()));
    }

    private Answer ask(String method, String path, String headers, String body) throws IOException {
        return line.send(
                "%s %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(method, path, headers), body);
    }

    private String token(Set<Scope> scopes) {
        var user =
                parley.part(Users.class)
                        .ensure(
                                "contract",
                                "Contract",
                                TestParley.PASSWORD,
                                Set.of(Role.SUPERVISOR));
        var draft = new NewToken("contract", scopes, Duration.ofDays(1));
        var key = parley.part(ApiTokens.class).issue(user, draft, null).key();
        return "Authorization: Bearer " + key + "\r\n";
    }

    private void agentFiles(boolean on) {
        parley.part(Workstreams.class)
                .setUp(
                        FacebookChannel.KIND,
                        parley.page(),
                        new InstanceFeatures(false, true, on),
                        parley.anyUser());
    }

    private static String message() {
        return part("name=\"message\"", "application/json", "{\"text\":\"Here\"}");
    }

    private static String text(String name) {
        return file(name, "Oolong");
    }

    private static String picture() {
        return file("tea.png", new String(Pictures.noise(20, 20), ISO_8859_1));
    }

    private static String file(String name, String content) {
        return part("name=\"file\"; filename=\"%s\"".formatted(name), "text/plain", content);
    }

    private static String field(String name, String value) {
        return part("name=\"%s\"".formatted(name), "text/plain", value);
    }

    private static String part(String names, String type, String content) {
        return "--parts\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(names, type, content);
    }

    private static String form(String... parts) {
        return String.join("", parts) + "--parts--\r\n";
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.bytes());
    }
}
