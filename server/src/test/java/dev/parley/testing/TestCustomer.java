package dev.parley.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A person with Messenger on their phone.
public final class TestCustomer {
    private final TestParley parley;
    private final String name;
    private final String id;
    private final String page;

    TestCustomer(TestParley parley, String name, String id) {
        this(parley, name, id, parley.page());
    }

    private TestCustomer(TestParley parley, String name, String id, String page) {
        this.parley = parley;
        this.name = name;
        this.id = id;
        this.page = page;
    }

    /// {@return the same person, writing to another page}
    public TestCustomer at(String otherPage) {
        return new TestCustomer(parley, name, id, otherPage);
    }

    public String name() {
        return name;
    }

    public String id() {
        return id;
    }

    /// {@return the page-scoped id under which the page knows this person}
    public String psid() {
        return parley.simulator()
                .state()
                .path("people")
                .valueStream()
                .filter(person -> person.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("psids")
                .path(page)
                .asString();
    }

    /// {@return the mid of the message}
    public String writes(String text) {
        return act("messages", Map.of("text", text));
    }

    public String answers(String mid, String text) {
        return act("messages", Map.of("text", text, "replyTo", mid));
    }

    public String sends(String type, String url) {
        return act("messages", Map.of("attachments", List.of(Map.of("type", type, "url", url))));
    }

    /// Taps one of the message's quick replies.
    public void takes(String title) {
        act("messages", Map.of("quickReply", Map.of("title", title, "payload", title)));
    }

    public void blocksThePage() {
        act("blocks", Map.of("blocked", true));
    }

    public void presses(String title) {
        act("postbacks", Map.of("title", title, "payload", title));
    }

    public void reacts(String mid, String reaction) {
        act("reactions", Map.of("mid", mid, "reaction", reaction));
    }

    public void edits(String mid, String text) {
        act("edits", Map.of("mid", mid, "text", text));
    }

    public void unsends(String mid) {
        act("unsends", Map.of("mid", mid));
    }

    /// Reads the conversation as far as it goes now.
    public void reads() {
        act("reads", Map.of());
    }

    public void isAnsweredInMetasOwnInbox(String text) {
        act("inbox-replies", Map.of("text", text));
    }

    /// {@return the page's messages to this person, oldest first}
    public List<String> received() {
        return parley.simulator()
                .get("/simulator/threads/%s/%s".formatted(page, id))
                .path("messages")
                .valueStream()
                .filter(message -> message.path("from").asString().equals("page"))
                .map(message -> message.path("text").asString(""))
                .toList();
    }

    public boolean seesTyping() {
        return thread().path("typing").asBoolean(false);
    }

    /// {@return the bytes of the last received file}
    public byte[] lastFile() {
        var file = lastHeard().path("attachments").path(0);
        return parley.simulator().bytes(file.path("url").asString());
    }

    /// {@return the page's last message, as the phone shows it}
    public JsonNode lastHeard() {
        return thread().path("messages")
                .valueStream()
                .filter(message -> message.path("from").asString().equals("page"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /// {@return the page's reaction to this message of theirs; empty if there is none}
    public String reactionTo(String mid) {
        return thread().path("messages")
                .valueStream()
                .filter(message -> message.path("mid").asString().equals(mid))
                .map(message -> message.path("reactions").path("page").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode thread() {
        return parley.simulator().get("/simulator/threads/%s/%s".formatted(page, id));
    }

    private String act(String what, Map<String, ?> detail) {
        var body = new HashMap<String, Object>(detail);
        body.put("person", id);
        body.put("page", page);
        return parley.simulator().post("/simulator/" + what, body).path("mid").asString("");
    }
}
