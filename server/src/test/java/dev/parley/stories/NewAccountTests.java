package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Desk;
import dev.parley.house.House;
import dev.parley.house.Stage;
import dev.parley.identity.Role;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.MessagingAccounts;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// An administrator goes through the wizard *New account*; the simulator is the Facebook that
/// Parley asks.
@ExtendWith(Stage.class)
class NewAccountTests {
    private static final String NEW = "/admin/messaging-accounts/new";

    private final House house;
    private final Desk alex;
    private final JsonNode app;

    NewAccountTests(House house) {
        this.house = house;
        this.alex = administrator("Alexandra");
        this.app = house.simulator().state().path("apps").path(0);
    }

    /// The house keeps its own account only.
    @AfterEach
    void clear() {
        var accounts = house.part(MessagingAccounts.class);
        var pages = house.part(FacebookPages.class);
        for (var account : accounts.all()) {
            if (!account.id().equals(house.account().id())) {
                pages.ofAccount(account.id()).forEach(page -> pages.remove(page, house.someone()));
                accounts.delete(account, house.someone());
            }
        }
        house.database().sql("delete from account_draft").update();
    }

    @Test
    void nothingIsThereBeforeTheLastStepAndThenEverythingIs() {
        var page = newPage("Night Tea");
        var draft = begun(alex, "Night shop");

        alex.post(draft + "/pages", typed(page));
        assertThat(accountsCalled("Night shop")).isEmpty();

        var saved = alex.post(draft + "/save", Map.of());

        assertThat(saved.statusCode()).isEqualTo(303);
        var account = accountsCalled("Night shop").getFirst();
        assertThat(alex.get(location(saved)).body())
                .contains(account.verifyToken().reveal(), account.callbackPath(), "messages, ");
        assertThat(house.part(FacebookPages.class).ofAccount(account.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Night Tea"));
        assertThat(house.part(MessagingAccounts.class).privacyOf(account.id()))
                .hasValueSatisfying(read -> assertThat(read.getKey().language()).isEqualTo("en"));
        assertThat(house.count("select count(*) from account_draft")).isZero();
        assertThat(alex.get("/admin/messaging-accounts/" + account.id() + "/history").body())
                .contains("Account created", "Page added", "Night Tea", "Alexandra");
    }

    @Test
    void whatWasTypedStaysOnTheWayBackAndNoSecretGoesBack() {
        var draft = begun(alex, "Night shop");

        var back =
                alex.post(
                        draft + "/application",
                        Map.of(
                                "applicationId", "not digits",
                                "applicationSecret", "another-secret-4321",
                                "back", "true"));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(alex.get(draft).body()).contains("value=\"Night shop\"");
        var application = alex.get(draft + "/application").body();
        assertThat(application)
                .contains("value=\"not digits\"", "Entered, ends in •••• 4321")
                .doesNotContain("another-secret-4321");
        assertThat(
                        house.database()
                                .sql("select row_to_json(d)::text from account_draft d")
                                .query(String.class)
                                .list()
                                .toString())
                .doesNotContain("another-secret", "Night shop");
        var bea = administrator("Beatrice");
        assertThat(bea.get(draft + "/application").statusCode()).isEqualTo(404);
    }

    @Test
    void anApplicationIdAndASecretThatDoNotBelongTogetherAreToldApart() {
        var draft = draft(alex, "Night shop");

        var secret = alex.post(draft + "/application", application(appId(), "a-wrong-secret"));
        var id = alex.post(draft + "/application", application("999", secret()));
        var unread =
                alex.post(
                        draft + "/application",
                        Map.of("applicationId", appId(), "applicationSecret", secret()));

        assertThat(secret.body()).contains("This secret does not belong to the application ID");
        assertThat(id.body()).contains("Facebook knows no app by this ID");
        assertThat(unread.body()).contains("Read the privacy notice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pageName  |                  | Page name is missing
                    pageName  | x*101            | Page name is too long. Use at most 100
                    pageId    |                  | Page ID is missing
                    pageId    | 12a              | Page ID consists of digits only
                    pageId    | 1*101            | Page ID is too long
                    pageToken |                  | Page access token is missing
                    pageToken | E*501            | Page access token is too long. Use at most 500
                    pageToken | EAA with a space | Page access token holds a space
                    pageToken | EAAnobodysToken1 | Facebook does not accept this token
                    pageToken | app              | This is the token of the app
                    pageToken | user             | This is the token of a user
                    pageToken | other            | This token belongs to the page “Sunny Tea”
                    """)
    void eachBadFieldHasItsOwnMessageAndNothingIsAdded(String field, String value, String message) {
        var draft = begun(alex, "Night shop");
        var typed = new HashMap<>(typed(newPage("Night Tea")));
        typed.put(field, value(value));

        var answer = alex.post(draft + "/pages", typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(message);
        assertThat(alex.get(draft + "/pages").body()).contains("No page yet");
        if (!field.equals("pageName")) {
            assertThat(answer.body()).contains("value=\"Night Tea\"");
        }
    }

    @Test
    void theTokenOfAnotherPageIsNamedAndItsPageCanBeTakenInstead() {
        var right = newPage("Night Tea");
        var other = newPage("Noon Tea");
        var draft = begun(alex, "Night shop");
        var mixed = new HashMap<>(typed(right));
        mixed.put("pageToken", other.path("token").asString());
        assertThat(alex.post(draft + "/pages", mixed).body())
                .contains("This token belongs to the page “Noon Tea”", "Use the page “Noon Tea”");

        mixed.put("pageToken", "");
        mixed.put("how", "CORRECTED");
        var corrected = alex.post(draft + "/pages", mixed);

        assertThat(corrected.statusCode()).isEqualTo(303);
        assertThat(alex.get(draft + "/pages").body())
                .contains("Noon Tea", other.path("id").asString());
    }

    @Test
    void aPageCanBeAddedUncheckedWhileFacebookIsSlow() {
        var page = newPage("Night Tea");
        var draft = begun(alex, "Night shop");
        house.simulator()
                .post(
                        "/simulator/faults",
                        Map.of("kind", "slow", "only", "others", "next", 1, "delayMillis", 5000));

        var slow = alex.post(draft + "/pages", typed(page));

        assertThat(slow.body()).contains("Facebook takes too long", "Add without checking");
        assertThat(slow.body()).contains("Entered, ends in");
    }

    @Test
    void pagesAreChosenByAUserToken() {
        newPage("Night Tea");
        var draft = begun(alex, "Night shop");

        alex.post(draft + "/pages/search", Map.of("userToken", app.path("userToken").asString()));
        var offered = alex.get(draft + "/pages?pick").body();

        assertThat(offered)
                .contains("Night Tea", "in the account “Sunny Tea”")
                .doesNotContain("EAA");
        var refused = alex.post(draft + "/pages/search", Map.of("userToken", "EAAnobody0123"));
        assertThat(refused.body()).contains("Facebook does not accept this token");
        var night =
                house.simulator()
                        .state()
                        .path("pages")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals("Night Tea"))
                        .findFirst()
                        .orElseThrow();
        alex.post(draft + "/pages/picks", Map.of("picked", night.path("id").asString()));
        alex.post(draft + "/save", Map.of());
        var page =
                house.part(FacebookPages.class).byPageId(night.path("id").asString()).orElseThrow();
        assertThat(page.token().reveal()).isEqualTo(night.path("token").asString());
    }

    @Test
    void aPageUsedElsewhereIsRefusedInThePaneNamingItsAccount() {
        var draft = begun(alex, "Night shop");
        var used = house.simulator().state().path("pages").path(0);

        var answer = alex.post(draft + "/pages", typed(used));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The account “Sunny Tea” has this page already");
    }

    @Test
    void ofTwoAdministratorsWhoSaveTheSamePageAtOnceOneIsTold() throws Exception {
        var page = newPage("Night Tea");
        var bea = administrator("Beatrice");
        var left = begun(alex, "Left");
        var right = begun(bea, "Right");
        alex.post(left + "/pages", typed(page));
        bea.post(right + "/pages", typed(page));
        var start = new CyclicBarrier(2);

        try (var hands = Executors.newFixedThreadPool(2)) {
            var answers =
                    hands.invokeAll(List.of(saving(alex, left, start), saving(bea, right, start)));
            var statuses =
                    List.of(
                            answers.get(0).resultNow().statusCode(),
                            answers.get(1).resultNow().statusCode());
            assertThat(statuses).containsExactlyInAnyOrder(303, 422);
            var told = answers.get(statuses.indexOf(422)).resultNow().body();
            assertThat(told)
                    .contains("“Night Tea”", "no callback values were generated")
                    .contains(statuses.indexOf(422) == 0 ? "“Right”" : "“Left”");
        }
        assertThat(accountsCalled("Left").size() + accountsCalled("Right").size()).isEqualTo(1);
    }

    private Callable<HttpResponse<String>> saving(Desk who, String draft, CyclicBarrier start) {
        return () -> {
            start.await();
            return who.post(draft + "/save", Map.of());
        };
    }

    private Desk administrator(String name) {
        var desk = house.desk(name, Role.ADMINISTRATOR);
        desk.says("AWAY");
        return desk;
    }

    private String draft(Desk who, String name) {
        return location(who.post(NEW, Map.of("name", name))).replace("/application", "");
    }

    private String begun(Desk who, String name) {
        var draft = draft(who, name);
        var answer = who.post(draft + "/application", application(appId(), secret()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return draft;
    }

    private JsonNode newPage(String name) {
        return house.simulator().post("/simulator/pages", Map.of("name", name));
    }

    private static Map<String, String> typed(JsonNode page) {
        return Map.of(
                "pageName", page.path("name").asString(),
                "pageId", page.path("id").asString(),
                "pageToken", page.path("token").asString());
    }

    private static Map<String, String> application(String id, String secret) {
        return Map.of("applicationId", id, "applicationSecret", secret, "consent", "true");
    }

    private String appId() {
        return app.path("id").asString();
    }

    private String secret() {
        return app.path("secret").asString();
    }

    /// `x*101` is that letter so often.
    private String value(String written) {
        return switch (written == null ? "" : written) {
            case "app" -> appId() + "|" + secret();
            case "user" -> app.path("userToken").asString();
            case "other" ->
                    house.simulator().state().path("pages").path(0).path("token").asString();
            case String text when text.matches(".\\*\\d+") ->
                    text.substring(0, 1).repeat(Integer.parseInt(text.substring(2)));
            case String text -> text;
        };
    }

    private List<MessagingAccount> accountsCalled(String name) {
        return house.part(MessagingAccounts.class).all().stream()
                .filter(account -> account.name().equals(name))
                .toList();
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
