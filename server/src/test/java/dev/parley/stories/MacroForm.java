package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/// The form of a macro, as a browser sends it: each step has all fields.
public final class MacroForm {
    private final List<Entry<String, String>> fields = new ArrayList<>();

    public MacroForm(String title) {
        with("title", title);
    }

    MacroForm with(String field, String value) {
        fields.add(Map.entry(field, value));
        return this;
    }

    public MacroForm reply(String text) {
        return step("REPLY", text, "", "", "", "");
    }

    public MacroForm note(String text) {
        return step("NOTE", text, "", "", "", "");
    }

    public MacroForm snooze(String until) {
        return step("SNOOZE", "", until, "", "", "");
    }

    /// Adds a step that ends the conversation.
    ///
    /// @param code the id of a disposition code; empty for none
    public MacroForm end(String code, boolean closes) {
        fields.add(Map.entry("closes", String.valueOf(closes)));
        return step("END", "", "", code, "", "");
    }

    public MacroForm queue(String queue) {
        return step("QUEUE", "", "", "", queue, "");
    }

    public MacroForm agent(String agent) {
        return step("AGENT", "", "", "", "", agent);
    }

    public MacroForm tag(String tag) {
        fields.add(Map.entry("tag", tag));
        return step("TAG", "", "", "", "", "");
    }

    private MacroForm step(
            String kind, String text, String until, String code, String queue, String agent) {
        fields.add(Map.entry("kind", kind));
        fields.add(Map.entry("text", text));
        fields.add(Map.entry("until", until));
        fields.add(Map.entry("code", code));
        if (!kind.equals("END")) {
            fields.add(Map.entry("closes", "false"));
        }
        fields.add(Map.entry("queue", queue));
        fields.add(Map.entry("agent", agent));
        if (!kind.equals("TAG")) {
            fields.add(Map.entry("tag", ""));
        }
        return this;
    }

    HttpResponse<String> sentBy(Desk desk, String address) {
        return desk.post(address, fields);
    }

    /// Creates it in this library.
    public void savedBy(Desk desk, String library) {
        var saved = sentBy(desk, library + "/new");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }
}
