package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Desk;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The forms of contacts and of their custom fields, as a browser sends them: with all inputs.
final class ContactForms {
    static final String FIELDS = "/admin/customer-fields";

    private ContactForms() {}

    /// {@return the form of a contact, with these inputs and the others empty}
    static Map<String, String> contact(Map<String, String> typed) {
        var all = new HashMap<String, String>();
        List.of("name", "company", "emails", "phones", "tags", "notes")
                .forEach(input -> all.put(input, ""));
        all.putAll(typed);
        return all;
    }

    /// {@return the id of a new contact}
    ///
    /// @param kind `person` or `company`
    static String create(Desk desk, String kind, Map<String, String> typed) {
        var answer = desk.post("/customers/new?kind=" + kind, contact(typed));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return location(answer).replaceAll(".*/customers/([0-9a-f-]+).*", "$1");
    }

    /// {@return the form of a custom field, with these inputs and the usual others}
    static Map<String, String> field(Map<String, String> typed) {
        var all = new HashMap<String, String>();
        all.put("key", "");
        all.put("type", "TEXT");
        all.put("required", "false");
        all.put("atDesk", "true");
        all.put("chinese", typed.getOrDefault("english", ""));
        all.putAll(typed);
        return all;
    }

    /// {@return the page that shows what an import of this file would do}
    static String check(Desk desk, String file) {
        return desk.uploads("/customers/import/check", "a.csv", file, Map.of()).body();
    }

    /// Imports a file that was checked.
    static HttpResponse<String> confirm(Desk desk, String file, String plan) {
        var fingerprint = plan.replaceAll("(?s).*fingerprint[^0-9a-f]+([0-9a-f]{64}).*", "$1");
        var fields = Map.of("fingerprint", fingerprint);
        return desk.uploads("/customers/import", "a.csv", file, fields);
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
