package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationSettings;
import dev.parley.identity.Role;
import dev.parley.identity.User;
import dev.parley.identity.Users;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An agent's desk as the browser uses it: pages and their forms over HTTP.
public final class Desk {
    private static final String BOUNDARY = "parley-stories";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("hx-headers=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("data-file=\"([^\"]+)\"");
    private static final Pattern OFFER =
            Pattern.compile("data-offer=\"([^\"]+)\" data-conversation=\"([^\"]+)\"");
    private static final Pattern ENTRY =
            Pattern.compile("data-side=\"(\\w+)\" data-mark=\"(\\w+)\".*?</li>", Pattern.DOTALL);

    private final TestParley parley;
    private final String signInName;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String headers;

    @SuppressWarnings("JdkObsolete") // the stream is read in another thread
    private final StringBuffer received = new StringBuffer();

    private @Nullable InputStream stream;
    private volatile boolean listening;
    private String conversation = "";
    private String language = "en";

    Desk(TestParley parley, String signInName, String password) {
        this.parley = parley;
        this.signInName = signInName;
        signIn(password);
        this.headers = first(PAGE_TOKEN, get("/desk").body());
        open();
    }

    public String signInName() {
        return signInName;
    }

    /// From now on the browser requests another language.
    public void reads(String tag) {
        language = tag;
    }

    /// The conversation that this agent has open.
    public String conversation() {
        return conversation;
    }

    /// Waits for an offer for this customer and accepts it.
    public Desk accepts(TestCustomer customer) {
        parley.until(
                signInName + " is offered " + customer.name(), () -> offerOf(customer) != null);
        var offer = OFFER.matcher(required(offerOf(customer)));
        if (!offer.find()) {
            throw new IllegalStateException("The offer has no id");
        }
        conversation = offer.group(2);
        mustBe(204, post("/desk/offers/%s/accept".formatted(offer.group(1)), Map.of()));
        return this;
    }

    public void declines(TestCustomer customer) {
        parley.until(
                signInName + " is offered " + customer.name(), () -> offerOf(customer) != null);
        var offer = first(OFFER, required(offerOf(customer)));
        mustBe(204, post("/desk/offers/%s/decline".formatted(offer), Map.of()));
    }

    public boolean isOffered(TestCustomer customer) {
        return offerOf(customer) != null;
    }

    public void replies(String text) {
        mustBe(204, tries(text));
    }

    public HttpResponse<String> tries(String text) {
        return tries(text, UUID.randomUUID());
    }

    public HttpResponse<String> tries(String text, UUID key) {
        return act("replies", Map.of("text", text, "key", key.toString()));
    }

    /// Quotes this message.
    public HttpResponse<String> answers(UUID message, String text) {
        var key = UUID.randomUUID().toString();
        return act("replies", Map.of("text", text, "key", key, "replyTo", message.toString()));
    }

    /// Offers these quick replies.
    public HttpResponse<String> asks(String text, List<String> replyButtons) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("text", text));
        fields.add(Map.entry("key", UUID.randomUUID().toString()));
        replyButtons.forEach(button -> fields.add(Map.entry("replyButton", button)));
        return post("/desk/conversations/%s/replies".formatted(conversation), fields);
    }

    /// Uploads a file. {@return the server's response}
    public HttpResponse<String> attaches(String name, byte[] content) {
        return attaches(name, content, UUID.randomUUID());
    }

    /// Uploads a file under this key.
    public HttpResponse<String> attaches(String name, byte[] content, UUID key) {
        var head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="key"\r
                \r
                %3$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%2$s"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(BOUNDARY, name, key);
        return upload("/desk/conversations/%s/files".formatted(conversation), head, content);
    }

    /// Sends a form with only this file. {@return the server's response}
    public HttpResponse<String> uploads(String path, String name, byte[] content) {
        var head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%2$s"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(BOUNDARY, name);
        return upload(path, head, content);
    }

    private HttpResponse<String> upload(String path, String head, byte[] content) {
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
        return send(
                signed(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body));
    }

    /// Uploads a text file, with other fields of its form.
    public HttpResponse<String> uploads(
            String path, String name, String content, Map<String, String> fields) {
        var boundary = "parley-stories";
        var body = new StringBuilder();
        fields.forEach((field, value) ->
                body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, field, value)));
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        .formatted(boundary, name));
        body.append("Content-Type: text/csv\r\n\r\n").append(content);
        body.append("\r\n--%s--\r\n".formatted(boundary));
        return send(
                signed(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /// {@return the id of an uploaded file}
    public String upload(String name, byte[] content) {
        var answer = attaches(name, content);
        mustBe(200, answer);
        return first(FILE, answer.body());
    }

    public HttpResponse<String> discards(String file) {
        return send(signed("/desk/files/" + file).DELETE());
    }

    /// Sends these files, with or without text.
    public HttpResponse<String> sends(String text, String... files) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("text", text));
        fields.add(Map.entry("key", UUID.randomUUID().toString()));
        List.of(files).forEach(file -> fields.add(Map.entry("file", file)));
        return post("/desk/conversations/%s/replies".formatted(conversation), fields);
    }

    public HttpResponse<String> reacts(UUID message, String reaction) {
        return post("/desk/messages/%s/reaction".formatted(message), Map.of("reaction", reaction));
    }

    /// {@return the id of the message in the thread with this text}
    public UUID messageThatSays(String text) {
        return parley.database()
                .sql("select id from message where text = :text")
                .param("text", text)
                .query(UUID.class)
                .single();
    }

    public HttpResponse<String> act(String what, Map<String, String> fields) {
        return post("/desk/conversations/%s/%s".formatted(conversation, what), fields);
    }

    public void does(String what) {
        mustBe(204, act(what, Map.of()));
        if (what.equals("close")) {
            isNotTakenBack();
        }
    }

    /// The period in which closing can be undone has passed.
    private void isNotTakenBack() {
        parley.timePasses(parley.part(ConversationSettings.class).undoFor());
        parley.until(
                "it is closed",
                () ->
                        parley.count(
                                        "select count(*) from conversation where state = 'CLOSED'"
                                                + " and id = '"
                                                + conversation
                                                + "'")
                                == 1);
    }

    /// As an administrator, gives a user this role instead of all others.
    public void givesOnlyRole(Role role, String signInName) {
        var user = parley.part(Users.class).bySignInName(signInName).orElseThrow();
        administers(
                user,
                "",
                Map.of(
                        "displayName",
                        user.displayName(),
                        "roles",
                        role.name(),
                        "active",
                        "true",
                        "revision",
                        Long.toString(user.revision())));
    }

    /// As an administrator, resets the password of a user.
    public void resetsPassword(String signInName) {
        var user = parley.part(Users.class).bySignInName(signInName).orElseThrow();
        administers(user, "/password", Map.of());
    }

    private void administers(User user, String what, Map<String, String> fields) {
        var answer = post("/admin/users/" + user.id() + what, fields);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    }

    public void setPresence(String presence) {
        mustBe(204, post("/desk/presence", Map.of("presence", presence)));
    }

    /// {@return the delivery marks of our messages in the thread, oldest first}
    public List<String> marks() {
        return ENTRY.matcher(thread())
                .results()
                .filter(entry -> entry.group(1).equals("ours"))
                .map(entry -> entry.group(2))
                .toList();
    }

    public void seesMark(String mark) {
        parley.until(
                "the last message is " + mark,
                () -> !marks().isEmpty() && marks().getLast().equals(mark));
    }

    public void sees(String text) {
        parley.until(signInName + " sees " + text, () -> thread().contains(text));
    }

    public String thread() {
        return get("/desk/conversations/%s/timeline".formatted(conversation)).body();
    }

    /// {@return the part of the open conversation's page with this id, or why there is none}
    public String region(String name) {
        var form = Map.of("conversation", conversation, "timeline", "", name, "");
        return post("/desk/changes", form).body().split("<ol class=\"timeline\"", 2)[0];
    }

    public String worklist(String show) {
        return get("/desk/worklist?view=" + show).body();
    }

    public void opens(String id) {
        conversation = id;
    }

    public HttpResponse<String> closesTab(String id) {
        return send(signed("/desk/tabs/" + id).DELETE());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields.entrySet());
    }

    /// Sends a form in which fields can occur several times.
    public HttpResponse<String> post(String path, Collection<Map.Entry<String, String>> fields) {
        return send(
                signed(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    public HttpResponse<String> delete(String path) {
        return send(signed(path).DELETE());
    }

    /// Opens another stream. {@return the events that it receives from now on}
    public ReceivedEvents openStream() {
        try {
            return new ReceivedEvents(
                    http.send(request("/desk/stream").GET().build(), BodyHandlers.ofInputStream())
                            .body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    /// Reloads the desk, so that the server has a current heartbeat of this agent.
    public Desk reloads() {
        closes();
        open();
        return this;
    }

    public void closes() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// {@return everything received over this desk's stream so far}
    public String received() {
        return received.toString();
    }

    /// {@return whether the desk's stream is still open}
    public boolean isListening() {
        return listening;
    }

    private void listen(InputStream from) {
        var buffer = new byte[1024];
        try {
            for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                received.append(new String(buffer, 0, read, UTF_8));
            }
        } catch (IOException _) {
            // The desk was closed.
        } finally {
            listening = false;
        }
    }

    private void signIn(String password) {
        var token = first(FORM_TOKEN, get("/sign-in").body());
        var fields = Map.of("name", signInName, "password", password, "_csrf", token);
        mustBe(
                303,
                send(
                        request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(encoded(fields.entrySet())))));
    }

    private void open() {
        try {
            var from =
                    http.send(request("/desk/stream").GET().build(), BodyHandlers.ofInputStream())
                            .body();
            stream = from;
            listening = true;
            Thread.ofVirtual().name("desk of " + signInName).start(() -> listen(from));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private @Nullable String offerOf(TestCustomer customer) {
        for (var card : worklist("mine").split("<article", -1)) {
            if (card.contains("data-test=\"offer\"") && card.contains(customer.name())) {
                return card;
            }
        }
        return null;
    }

    private HttpRequest.Builder signed(String path) {
        var header = headers.replace("&#34;", "\"").replace("&quot;", "\"").split("\"", -1);
        return request(path).header(header[1], header[3]);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(parley.url() + path))
                .header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("There is no offer");
        }
        return text;
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static void mustBe(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
    }

    private static String encoded(Collection<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
