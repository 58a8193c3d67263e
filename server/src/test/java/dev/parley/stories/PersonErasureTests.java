package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The data of people who send a deletion request to Meta is erased, and they can see the status.
@ExtendWith(TestParleyExtension.class)
class PersonErasureTests {
    private static final JsonMapper json = JsonMapper.shared();

    private final TestParley parley;
    private final Desk alex;
    private final TestCustomer ada;

    PersonErasureTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        this.ada = parley.customer("Ada");
        alex.setPresence("AWAY");
    }

    @Test
    void onlyTheRequestedPersonIsErasedEverywhere() throws Exception {
        var ann = parley.agent("Ann");
        var ben = parley.customer("Ben");
        ada.writes("My card number is 4711");
        ann.accepts(ada).replies("Thank you");
        ada.at(parley.secondPage()).writes("4711 at the other page");
        ben.writes("I am somebody else");
        parley.until("Ada’s name is known", () -> names() == 3);

        var response = asks("deletion");

        assertThat(response.path("status").asInt()).isEqualTo(200);
        var answer = json.readTree(response.path("body").asString());
        var url = answer.path("url").asString();
        assertThat(url).endsWith("/data-deletion/" + answer.path("confirmation_code").asString());
        parley.until("they are forgotten", () -> get(url).body().contains("have been erased"));
        assertThat(count("message", "text like '%4711%'")).isZero();
        assertThat(count("envelope", "payload like '%4711%'")).isZero();
        assertThat(count("conversation", "preview like '%4711%'")).isZero();
        assertThat(names()).isEqualTo(1);
        assertThat(count("message", "text = 'I am somebody else'")).isOne();
        assertThat(ann.thread()).contains("Thank you").doesNotContain("4711");
        assertThat(alex.get("/admin/data-requests").body()).contains("erased on 2 pages");
        assertThat(get(url, "zh-TW").body()).contains("都已刪除");
    }

    @Test
    void anAdministratorSelectsThePersonIfMetaDoesNot() throws Exception {
        ada.writes("Remember me not");
        parley.handled(1);
        parley.simulator().post("/simulator/faults", Map.of("kind", "secretReset"));

        var url = json.readTree(asks("deletion").path("body").asString()).path("url").asString();

        parley.until(
                "it requires an administrator",
                () -> get(url).body().contains("We are identifying"));
        parley.simulator().clearFaults();
        assertThat(alex.get("/admin").body()).contains("1 person requested data deletion");
        var id =
                parley.database()
                        .sql("select id from privacy_request")
                        .query(String.class)
                        .single();
        var at = "/admin/data-requests/" + id;
        var typo = alex.post(at + "/erasure", Map.of("page", parley.page(), "person", "Ada"));
        assertThat(typo.statusCode()).isEqualTo(422);
        assertThat(alex.get("/admin/data-requests?state=action_required").body()).contains(at);
        assertThat(alex.get("/admin/data-requests?state=erased").body()).contains("No results");

        alex.post(at + "/erasure", Map.of("page", parley.page(), "person", ada.psid()));

        assertThat(get(url).body()).contains("have been erased");
        assertThat(count("message", "text is not null and author = 'CUSTOMER'")).isZero();
        assertThat(count("audit_entry", "action = 'privacyRequest.settled'")).isPositive();
        assertThat(alex.get("/admin/data-requests?search=sunny").body())
                .contains("Completed", "Alexandra");
    }

    @Test
    void unsignedRequestsAreRefused() throws Exception {
        var address = URI.create(parley.webhookUrl() + "/data-deletion");
        var forged =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("signed_request=AAAA.eyJ1c2VyX2lkIjoiMSJ9"))
                        .build();

        var refused = HttpClient.newHttpClient().send(forged, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(parley.count("select count(*) from privacy_request")).isZero();
        assertThat(get(parley.url() + "/data-deletion/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aRemovedAppIsRecordedAndNothingIsErased() throws Exception {
        ada.writes("Still here");
        parley.handled(1);

        var response = asks("deauthorize");

        assertThat(response.path("status").asInt()).isEqualTo(200);
        assertThat(count("message", "text = 'Still here'")).isOne();
        assertThat(alex.get("/admin/data-requests").body()).contains("App removed from an account");
    }

    private JsonNode asks(String kind) {
        return parley.simulator()
                .post("/simulator/privacy", Map.of("kind", kind, "person", ada.id()));
    }

    private long names() {
        return count("customer", "name is not null");
    }

    private long count(String table, String where) {
        return parley.count("select count(*) from %s where %s".formatted(table, where));
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return get(url, "en");
    }

    private static HttpResponse<String> get(String url, String language)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept-Language", language)
                        .header("Accept", "text/html")
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
