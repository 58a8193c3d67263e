package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Card numbers and other secrets that customers write are shown to nobody, and are still stored.
@ExtendWith(TestParleyExtension.class)
class MaskingTests {
    private static final String CARD = "4111 1111 1111 1111";

    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    MaskingTests(TestParley parley) {
        this.parley = parley;
        this.ann = parley.agent("Ann");
        this.ada = parley.customer("Ada Lin");
    }

    @Test
    void aCardNumberIsMaskedEverywhereAtTheDesk() {
        var mid = ada.writes("Here is my card " + CARD);
        parley.until("it is offered", () -> ann.isOffered(ada));
        assertThat(ann.region("worklist")).contains("my card ####").doesNotContain("4111");

        ann.accepts(ada);
        ada.answers(mid, "Did it arrive?");
        parley.handled(2);
        ada.edits(mid, "Sorry: 5500 0055 5555 5559");
        parley.handled(3);
        var page = ann.get("/desk/conversations/" + ann.conversation()).body();
        assertThat(page)
                .contains("Sorry: ####")
                .contains("my card ####")
                .doesNotContain("4111")
                .doesNotContain("5500");
        assertThat(stored()).contains("Sorry: 5500 0055 5555 5559");
    }

    @Test
    void searchDoesNotRevealIt() {
        ada.writes("My parcel 7 and my card " + CARD);
        ann.accepts(ada);
        indexed(1);

        assertThat(search(ann, "parcel")).contains("<mark>parcel</mark>").doesNotContain("4111");
        assertThat(search(ann, "4111")).contains("No results").doesNotContain("Ada");
        assertThat(search(ann, "parcel 1111")).contains("No results").doesNotContain("Ada");
        assertThat(search(ann, "\"my card 4\"")).contains("No results");
        assertThat(ann.get("/desk/palette?q=4111").body()).doesNotContain("Ada");
        var before = search(ann, "zebra").replace("zebra", "");
        assertThat(search(ann, "4111").replace("4111", "")).isEqualTo(before);
    }

    @Test
    void anAdministratorChangesARuleAndItActsAtOnce() {
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        ada.writes("I am ada@example.com, member MB12345678");
        ann.accepts(ada).replies("Thank you, MB12345678");
        ann.sees("ada@example.com, member MB12345678");

        assertThat(create(alex, "Members", "MB[0-9]{8}").statusCode()).isEqualTo(303);
        ann.sees("ada@example.com, member ##########");
        assertThat(ann.thread()).contains("Thank you, MB12345678");
        assertThat(create(alex, "members", "MB[0-9]{8}").body()).contains("already has this name");
        assertThat(create(alex, "Odd", "(").body()).contains("not a valid regular expression");
        assertThat(create(alex, "Huge", "((a{99}){99}){99}").body()).contains("too large");
        assertThat(ann.get("/admin/masking").statusCode()).isEqualTo(403);

        var email = ruleOf("EMAIL");
        assertThat(change(alex, email, 1).statusCode()).isEqualTo(303);
        ann.sees("I am ###############, member ##########");
        assertThat(change(alex, email, 1).statusCode()).isEqualTo(422);
        assertThat(alex.post("/admin/masking/" + email + "/deletion", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(parley.count("select count(*) from masking_rule where kind = 'EMAIL'"))
                .isEqualTo(1);
        assertThat(alex.get("/admin/audit").body()).contains("Masking rule created", "Members");

        for (var number = 5; number <= 10; number++) {
            assertThat(create(alex, "Rule " + number, "x{" + number + "}").statusCode())
                    .isEqualTo(303);
        }
        assertThat(create(alex, "Rule 11", "y").body()).contains("at most 10");
    }

    @Test
    void programsNeedAScopeToReadIt() throws Exception {
        ada.writes("Here is my card " + CARD);
        ann.accepts(ada);

        assertThat(api(Scope.READ)).contains("my card ####").doesNotContain("4111");
        assertThat(api(Scope.READ, Scope.UNMASKED)).contains(CARD);
    }

    private String api(Scope... scopes) throws IOException, InterruptedException {
        var token = new NewToken("reader", Set.of(scopes), null);
        var key = parley.part(ApiTokens.class).issue(parley.anyUser(), token, null).key();
        try (var http = HttpClient.newHttpClient()) {
            var address =
                    parley.url() + "/api/v1/conversations/" + ann.conversation() + "/messages";
            var request =
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", "Bearer " + key)
                            .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static HttpResponse<String> create(Desk alex, String name, String expression) {
        return alex.post(
                "/admin/masking/new",
                Map.of(
                        "name",
                        name,
                        "expression",
                        expression,
                        "texts",
                        "CUSTOMER",
                        "active",
                        "true"));
    }

    private static HttpResponse<String> change(Desk alex, String rule, int revision) {
        return alex.post(
                "/admin/masking/" + rule,
                Map.of("texts", "CUSTOMER", "active", "true", "revision", "" + revision));
    }

    private String ruleOf(String kind) {
        return parley.database()
                .sql("select id::text from masking_rule where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private String stored() {
        return parley.database()
                .sql("select string_agg(text, ' ') from message where text is not null")
                .query(String.class)
                .single();
    }

    private void indexed(int messages) {
        parley.until(
                messages + " messages are indexed",
                () -> parley.count("select count(*) from search_entry") == messages);
    }

    private static String search(Desk desk, String query) {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return desk.get("/desk/search?q=" + encoded).body();
    }
}
