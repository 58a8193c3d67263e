package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Fills in the forms of the wizard *New account*, with the simulator's first app.
final class Wizard {
    static final String ADDRESS = "/admin/messaging-accounts/new";

    private final TestParley parley;
    private final JsonNode app;

    Wizard(TestParley parley) {
        this.parley = parley;
        this.app = parley.simulator().state().path("apps").path(0);
    }

    /// {@return the address of the draft with this name}
    String draft(Desk who, String name) {
        return location(who.post(ADDRESS, Map.of("name", name))).replace("/application", "");
    }

    /// {@return the address of the draft with this name, with the app entered}
    String begun(Desk who, String name) {
        var draft = draft(who, name);
        var answer = who.post(draft + "/application", application(appId(), secret()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return draft;
    }

    JsonNode newPage(String name) {
        return parley.simulator().post("/simulator/pages", Map.of("name", name));
    }

    static Map<String, String> typed(JsonNode page) {
        return Map.of(
                "pageName", page.path("name").asString(),
                "pageId", page.path("id").asString(),
                "pageToken", page.path("token").asString());
    }

    static Map<String, String> application(String id, String secret) {
        return Map.of("applicationId", id, "applicationSecret", secret, "consent", "true");
    }

    String appId() {
        return app.path("id").asString();
    }

    String secret() {
        return app.path("secret").asString();
    }

    String userToken() {
        return app.path("userToken").asString();
    }

    List<MessagingAccount> accountsCalled(String name) {
        return parley.part(MessagingAccounts.class).all().stream()
                .filter(account -> account.name().equals(name))
                .toList();
    }

    static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /// The test server keeps only its own account.
    void clear() {
        var accounts = parley.part(MessagingAccounts.class);
        var pages = parley.part(FacebookPages.class);
        for (var account : accounts.all()) {
            if (!account.id().equals(parley.account().id())) {
                pages.ofAccount(account.id()).forEach(page -> pages.remove(page, parley.anyUser()));
                accounts.delete(account, parley.anyUser());
            }
        }
        parley.database().sql("delete from account_draft").update();
    }
}
