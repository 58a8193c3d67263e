package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.Workstreams;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An administrator uses the wizard *New account*; the simulator is the Facebook that Parley
/// queries.
@ExtendWith(TestParleyExtension.class)
class NewAccountTests {
    private static final Pattern ONWARD =
            Pattern.compile(
                    "<button class=\"button primary\" type=\"submit\"[^>]*>(Next|Save|Create)<");

    private final TestParley parley;
    private final Desk alex;
    private final Wizard wizard;

    NewAccountTests(TestParley parley) {
        this.parley = parley;
        this.alex = administrator("Alexandra");
        this.wizard = new Wizard(parley);
    }

    @AfterEach
    void clear() {
        wizard.clear();
    }

    @Test
    void everythingIsSavedInTheLastStepOnly() {
        var page = wizard.newPage("Night Tea");
        var draft = wizard.begun(alex, "Night shop");

        alex.post(draft + "/pages", Wizard.typed(page));
        assertThat(wizard.accountsCalled("Night shop")).isEmpty();

        var saved = alex.post(draft + "/save", Map.of());

        assertThat(saved.statusCode()).isEqualTo(303);
        var account = wizard.accountsCalled("Night shop").getFirst();
        assertThat(alex.get(Wizard.location(saved)).body())
                .contains(account.verifyToken().reveal(), account.callbackPath(), "messages, ");
        var end = saved.headers().firstValue("Location").orElseThrow();
        assertThat(alex.get(end).body())
                .contains("Saved.", "The remaining steps are done in the Facebook app")
                .doesNotContain("Nothing is saved");
        assertThat(parley.part(FacebookPages.class).ofAccount(account.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Night Tea"));
        assertThat(parley.part(MessagingAccounts.class).privacyOf(account.id()))
                .hasValueSatisfying(read -> assertThat(read.getKey().language()).isEqualTo("en"));
        assertThat(parley.count("select count(*) from account_draft")).isZero();
        assertThat(alex.get("/admin/messaging-accounts/" + account.id() + "/history").body())
                .contains("Account created", "Page added", "Night Tea", "Alexandra");
    }

    @Test
    void inputIsKeptOnBackAndNoSecretIsReturned() {
        var draft = wizard.begun(alex, "Night shop");

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
                .contains("value=\"not digits\"", "Entered; ends in •••• 4321")
                .doesNotContain("another-secret-4321");
        assertThat(
                        parley.database()
                                .sql("select row_to_json(d)::text from account_draft d")
                                .query(String.class)
                                .list()
                                .toString())
                .doesNotContain("another-secret", "Night shop");
        var bea = administrator("Beatrice");
        assertThat(bea.get(draft + "/application").statusCode()).isEqualTo(404);
    }

    @Test
    void aSecretOfAnotherApplicationIsReported() {
        var draft = wizard.draft(alex, "Night shop");

        var secret =
                alex.post(
                        draft + "/application",
                        Wizard.application(wizard.appId(), "a-wrong-secret"));
        var id = alex.post(draft + "/application", Wizard.application("999", wizard.secret()));
        var unread =
                alex.post(
                        draft + "/application",
                        Map.of(
                                "applicationId",
                                wizard.appId(),
                                "applicationSecret",
                                wizard.secret()));

        assertThat(secret.body()).contains("This secret does not belong to the application ID");
        assertThat(id.body()).contains("Facebook has no app with this ID");
        assertThat(unread.body()).contains("Read the privacy notice");
    }

    @Test
    void aTokenOfAnotherPageIsReportedAndItsPageOffered() {
        var right = wizard.newPage("Night Tea");
        var other = wizard.newPage("Noon Tea");
        var draft = wizard.begun(alex, "Night shop");
        var mixed = new HashMap<>(Wizard.typed(right));
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
    void backIsBeforeNextEverywhere() {
        var draft = wizard.begun(alex, "Night shop");
        var stream =
                "/admin/workstreams/" + parley.part(Workstreams.class).defaultWorkstream().id();
        alex.post(stream + "/set-up-facebook", Map.of("page", parley.page()));
        var setUp = stream + "/set-up-facebook?step=";
        var queue = parley.part(Queues.class).all().getFirst().id();
        for (var screen :
                List.of(
                        draft + "/application",
                        draft + "/pages",
                        setUp + "language",
                        setUp + "summary",
                        stream + "/work-distribution",
                        "/admin/queues/" + queue,
                        "/admin/users/" + parley.anyUser())) {
            var back = Pattern.compile(">Back</(a|button)>");
            var body = alex.get(screen).body();
            var at = back.matcher(body);
            assertThat(at.find()).as(screen).isTrue();
            assertThat(body.substring(at.end())).as(screen).containsPattern(ONWARD);
            assertThat(body.substring(0, at.start())).as(screen).doesNotContainPattern(ONWARD);
        }
    }

    @Test
    void pagesAreChosenWithAUserToken() {
        wizard.newPage("Night Tea");
        var draft = wizard.begun(alex, "Night shop");

        alex.post(draft + "/pages/search", Map.of("userToken", wizard.userToken()));
        var offered = alex.get(draft + "/pages?pick").body();

        assertThat(offered)
                .contains("Night Tea", "in the account “Sunny Tea”")
                .doesNotContain("EAA");
        var refused = alex.post(draft + "/pages/search", Map.of("userToken", "EAAnobody0123"));
        assertThat(refused.body()).contains("Facebook does not accept this token");
        var night =
                parley.simulator()
                        .state()
                        .path("pages")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals("Night Tea"))
                        .findFirst()
                        .orElseThrow();
        alex.post(draft + "/pages/picks", Map.of("picked", night.path("id").asString()));
        alex.post(draft + "/save", Map.of());
        var page =
                parley.part(FacebookPages.class)
                        .byPageId(night.path("id").asString())
                        .orElseThrow();
        assertThat(page.token().reveal()).isEqualTo(night.path("token").asString());
    }

    @Test
    void aPageUsedElsewhereIsRefusedInThePaneNamingItsAccount() {
        var draft = wizard.begun(alex, "Night shop");
        var used = parley.simulator().state().path("pages").path(0);

        var answer = alex.post(draft + "/pages", Wizard.typed(used));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The account “Sunny Tea” already has this page");
    }

    @Test
    void oneOfTwoConcurrentSavesOfThePageIsRefused() throws Exception {
        var page = wizard.newPage("Night Tea");
        var bea = administrator("Beatrice");
        var left = wizard.begun(alex, "Left");
        var right = wizard.begun(bea, "Right");
        alex.post(left + "/pages", Wizard.typed(page));
        bea.post(right + "/pages", Wizard.typed(page));
        var start = new CyclicBarrier(2);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers =
                    threads.invokeAll(
                            List.of(saving(alex, left, start), saving(bea, right, start)));
            var statuses =
                    List.of(
                            answers.get(0).resultNow().statusCode(),
                            answers.get(1).resultNow().statusCode());
            assertThat(statuses).containsExactlyInAnyOrder(303, 422);
            var refusal = answers.get(statuses.indexOf(422)).resultNow().body();
            assertThat(refusal)
                    .contains("“Night Tea”", "no callback values were generated")
                    .contains(statuses.indexOf(422) == 0 ? "“Right”" : "“Left”");
        }
        assertThat(wizard.accountsCalled("Left").size() + wizard.accountsCalled("Right").size())
                .isEqualTo(1);
    }

    private Callable<HttpResponse<String>> saving(Desk who, String draft, CyclicBarrier start) {
        return () -> {
            start.await();
            return who.post(draft + "/save", Map.of());
        };
    }

    private Desk administrator(String name) {
        var desk = parley.desk(name, Role.ADMINISTRATOR);
        desk.setPresence("AWAY");
        return desk;
    }
}
