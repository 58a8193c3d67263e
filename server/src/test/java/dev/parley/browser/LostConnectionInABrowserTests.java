package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.identity.Role;
import dev.parley.identity.Users;
import dev.parley.testing.FlakyConnection;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the desk shows when a connection, session or response is lost, and that no input is lost
/// with it.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class LostConnectionInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    LostConnectionInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void aDeadConnectionIsDetectedAndCaughtUp() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        try (var line = new FlakyConnection(parley.url())) {
            var desk = open(line.url(), "Ann", "en-US", 1440);
            desk.getByTestId("offer-accept").click();
            assertThat(entries(desk)).hasCount(1);
            desk.clock().install();
            desk.reload();
            assertThat(desk.locator("#connection[data-state=up]")).hasCount(1);

            line.stopsResponding();
            ada.writes("Is anybody there?");
            parley.until("it is stored", () -> parley.count("select count(*) from message") >= 3);
            assertThat(desk.locator("#connection")).isHidden();
            desk.clock().fastForward(25_000);
            assertThat(desk.locator("#connection")).containsText("Connection lost");
            ScreenChecks.picture(desk, "line-silent");

            line.recovers();
            desk.clock().fastForward(9_000);
            assertThat(desk.locator("#timeline"))
                    .containsText(
                            "Is anybody there?", new ContainsTextOptions().setTimeout(30_000));
            assertThat(desk.locator("#connection")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, Sign in again", "zh-TW, 360, 重新登入"})
    void anExpiredSessionReturnsToTheDraftAfterSignIn(String language, int width, String again) {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var desk = open(parley.url(), "Ann", language, width);
        desk.getByTestId("offer-accept").click();
        composer(desk).fill("It arrives tomorrow.");
        var place = desk.url();
        parley.database().sql("delete from spring_session").update();

        composer(desk).press("Enter");
        assertThat(desk.locator("#connection a")).hasText(again);
        assertThat(composer(desk)).hasValue("It arrives tomorrow.");
        ada.writes("Are you there?");
        parley.until("it is stored", () -> parley.count("select count(*) from message") >= 3);
        desk.evaluate("htmx.trigger(document.body, 'reconnected')");
        assertThat(desk.locator("#connection a")).hasText(again);
        assertThat(desk).hasURL(place);
        ScreenChecks.picture(desk, "session-over-" + language);

        desk.locator("#connection a").click();
        fillIn(desk, "ann");
        desk.waitForURL(url -> url.contains("/desk/conversations/"));
        assertThat(desk).hasURL(place);
        assertThat(desk.locator("#timeline")).containsText("Are you there?");
        assertThat(composer(desk)).hasValue("It arrives tomorrow.");
        composer(desk).press("Enter");
        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
    }

    @ParameterizedTest
    @CsvSource({"en-US, Bea has already taken it, Page not found", "zh-TW, Bea 已接手這個交談, 找不到網頁"})
    void theAgentWhoTookAConversationIsNamed(String language, String took, String nothing) {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var bea = parley.agent("Bea");
        parley.until("Bea is offered it", () -> bea.isOffered(ada));
        var desk = open(parley.url(), "Ann", language, 1440);
        var id = parley.database().sql("select id from conversation").query(UUID.class).single();
        var address = parley.url() + "/desk/conversations/" + id;
        desk.navigate(address + "?view=open");
        assertThat(desk.getByTestId("assign-to-me")).isVisible();

        bea.accepts(ada);
        var notice = desk.locator("#conversation > .failure");
        assertThat(notice).containsText(took);
        assertThat(notice.locator("button")).hasCount(0);
        ScreenChecks.picture(desk, "taken-" + language);
        // The conversation's tab goes, and a button that moves ignores clicks for a moment.
        Windows.settle(desk);
        var refused =
                desk.waitForResponse(
                        "**/assign-to-me", () -> desk.getByTestId("assign-to-me").click());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(notice).containsText(took);
        assertThat(notice).not().hasAttribute("data-of", "an action");

        release(id, "bea");
        assertThat(notice).isHidden();
        desk.getByTestId("assign-to-me").click();
        composer(desk).fill("I was about to");
        release(id, "ann");
        bea.does("assign-to-me");
        assertThat(notice).isVisible();
        assertThat(notice).containsText(took);
        composer(desk).press("Enter");
        assertThat(desk.locator("#reply-error")).containsText(took);
        assertThat(composer(desk)).hasValue("I was about to");

        desk.navigate(parley.url() + "/desk/conversations/" + UUID.randomUUID());
        assertThat(desk.locator("body")).containsText(nothing);
    }

    @Test
    void earlierMessagesAndTheNewestStayVisible() {
        var ada = parley.customer("Ada");
        ada.writes("Number 0");
        var desk = open(parley.url(), "Ann", "en-US", 1440);
        desk.getByTestId("offer-accept").click();
        assertThat(entries(desk)).hasCount(1);
        manyMessages(150);
        desk.reload();
        assertThat(desk.locator("#timeline")).containsText("Old 150.");
        assertThat(desk.locator("#timeline")).not().containsText("Old 40.");

        var held = new ArrayList<Route>();
        desk.route("**/desk/changes", held::add);
        ada.writes("Just now");
        desk.waitForCondition(() -> !held.isEmpty());
        desk.unroute("**/desk/changes");
        scrollToTheTop(desk);
        assertThat(desk.locator("#timeline")).containsText("Old 40.");
        held.forEach(LostConnectionInABrowserTests::resume);
        assertThat(desk.locator("#timeline")).containsText("Just now");
        ada.writes("And again");
        assertThat(desk.locator("#timeline")).containsText("And again");
        assertThat(desk.locator("#timeline")).containsText("Old 40.");
        assertThat(desk.locator("#timeline")).containsText("Old 150.");
        scrollToTheTop(desk);
        assertThat(desk.locator("#timeline")).containsText("Number 0");
        assertThat(desk.locator("#timeline")).containsText("And again");
    }

    @Test
    void aReplyWhoseResponseIsLostIsSentOnce() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var desk = open(parley.url(), "Ann", "en-US", 1440);
        desk.getByTestId("offer-accept").click();
        desk.route("**/replies", LostConnectionInABrowserTests::loseTheResponse);
        composer(desk).fill("It arrives tomorrow.");
        composer(desk).press("Enter");

        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
        assertThat(desk.locator(".entry[data-side=ours]")).hasCount(1);
        assertThat(desk.locator(".entry.pending")).hasCount(0);
        assertThat(composer(desk)).hasValue("");
        desk.unroute("**/replies");
        composer(desk).press("Enter");

        desk.route("**/replies", Route::abort);
        composer(desk).fill("Before noon.");
        composer(desk).press("Enter");
        var lost = desk.locator(".entry.unsent");
        assertThat(lost).containsText("Before noon.");
        assertThat(lost).containsText("not known whether");
        assertThat(desk.locator(".htmx-request")).hasCount(0);
        ScreenChecks.picture(desk, "reply-lost");
        ScreenChecks.legible(desk);
        desk.reload();
        assertThat(lost).containsText("Before noon.");
        desk.unroute("**/replies");
        lost.locator("[data-do=retry]").click();
        parley.until("Ada hears it once", () -> ada.received().size() == 2);
        assertThat(desk.locator(".entry[data-side=ours]")).hasCount(2);
        assertThat(lost).hasCount(0);
        assertThat(ada.received()).containsExactly("It arrives tomorrow.", "Before noon.");
    }

    @Test
    void aReplyThatFailsInAnotherConversationIsReportedAndTheNewerDraftStays() {
        var ada = parley.customer("Ada");
        var ben = parley.customer("Ben");
        var desk = twoConversations(ada, ben);
        var held = new ArrayList<Route>();
        desk.route("**/replies", held::add);
        composer(desk).fill("The first");
        composer(desk).press("Enter");
        desk.waitForCondition(() -> !held.isEmpty());
        composer(desk).fill("The second");
        row(desk, "Ben").click();
        assertThat(desk.locator("#head-title")).containsText("Ben");
        assertThat(composer(desk)).hasValue("");
        held.getFirst()
                .fulfill(
                        new Route.FulfillOptions()
                                .setStatus(422)
                                .setContentType("text/plain")
                                .setBody("The reply window has closed."));

        assertThat(desk.locator("#notices")).containsText("Ada");
        assertThat(row(desk, "Ada")).containsText("Not sent");
        assertThat(desk.locator(".htmx-request")).hasCount(0);
        ScreenChecks.picture(desk, "failed-elsewhere");
        ScreenChecks.legible(desk);
        desk.unroute("**/replies");
        desk.locator("#notices a").click();
        assertThat(desk.locator("#head-title")).containsText("Ada");
        assertThat(composer(desk)).hasValue("The second");
        var unsent = desk.locator(".entry.unsent");
        assertThat(unsent).containsText("The first");
        assertThat(unsent).containsText("The reply window has closed.");
        assertThat(desk.locator("#notices")).isHidden();
        unsent.locator("[data-do=edit]").click();
        assertThat(composer(desk)).hasValue("The first\n\nThe second");
        assertThat(unsent).hasCount(0);
        assertThat(row(desk, "Ada")).not().containsText("Not sent");
    }

    @Test
    void aReplyRefusedByMessengerMarksItsRowAtOnceWithoutSendAgain() {
        var ada = parley.customer("Ada");
        var ben = parley.customer("Ben");
        var desk = twoConversations(ada, ben);
        var cora = open(parley.url(), "Cora", "en-US", 1440);
        Windows.settle(cora);
        var asked = new ArrayList<String>();
        cora.onRequest(request -> {
            if (request.url().contains("/desk/changes")) {
                asked.add(request.url());
            }
        });
        ada.blocksThePage();
        parley.simulator().delayNext(1, java.time.Duration.ofSeconds(2));
        composer(desk).fill("Are you there?");
        composer(desk).press("Enter");
        row(desk, "Ben").click();

        assertThat(row(desk, "Ada")).containsText("Not sent");
        assertThat(desk.locator("#notices")).containsText("Ada");
        desk.locator("#notices a").click();
        assertThat(desk.locator(".entry.failed")).containsText("cannot be reached");
        assertThat(desk.getByTestId("send-again")).hasCount(0);
        assertThat(desk.locator("#notices")).isHidden();
        assertThat(asked).isEmpty();
    }

    @Test
    void draftsSurviveTheTabAndAreVisibleToTheirUserOnly() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var desk = open(parley.url(), "Ann", "en-US", 1440);
        desk.getByTestId("offer-accept").click();
        composer(desk).fill("It arrives");
        var place = desk.url();
        var other = desk.context().newPage();
        desk.close();
        other.navigate(place);
        assertThat(composer(other)).hasValue("It arrives");

        parley.database().sql("delete from spring_session").update();
        parley.user("Sue", Role.AGENT, Role.SUPERVISOR);
        other.navigate(place);
        fillIn(other, "sue");
        assertThat(other.locator("#head-title")).containsText("Ada");
        assertThat(composer(other)).hasValue("");
        signOut(other);
        fillIn(other, "ann");
        other.navigate(place);
        assertThat(composer(other)).hasValue("It arrives");
        signOut(other);
        assertThat(other.evaluate("JSON.stringify(localStorage)").toString())
                .doesNotContain("It arrives");
        fillIn(other, "ann");
        other.navigate(place);
        assertThat(composer(other)).hasValue("It arrives");
    }

    @Test
    void textThatTheServerDoesNotHaveSurvivesTheBrowser() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var desk = open(parley.url(), "Ann", "en-US", 1440);
        desk.getByTestId("offer-accept").click();
        composer(desk).fill("It arrives");
        var place = desk.url();
        parley.until("it is stored", () -> parley.count("select count(*) from draft") == 1);
        desk.context().route("**/drafts/**", Route::abort);
        composer(desk).pressSequentially(" tomorrow.");
        var other = desk.context().newPage();
        desk.close();

        other.navigate(place);
        assertThat(composer(other)).hasValue("It arrives tomorrow.");
        other.context().unroute("**/drafts/**");
        other.evaluate("htmx.trigger(document.body, 'reconnected')");

        parley.until(
                "it is stored",
                () -> parley.count("select count(*) from draft where text like '%tomorrow.'") == 1);
        assertThat(other.getByTestId("draft-other")).hasCount(0);
    }

    private void release(UUID conversation, String agent) {
        var user = parley.part(Users.class).bySignInName(agent).orElseThrow().id();
        assertThat(parley.part(Moves.class).release(new ConversationId(conversation), user))
                .isTrue();
    }

    private Page twoConversations(TestCustomer ada, TestCustomer ben) {
        ben.writes("Hello, this is Ben");
        var desk = open(parley.url(), "Ann", "en-US", 1440);
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head-title")).containsText("Ben");
        ada.writes("Hello, this is Ada");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head-title")).containsText("Ada");
        return desk;
    }

    private Page open(String address, String name, String language, int width) {
        var page =
                windows.signIn(
                        address + "/desk",
                        parley.user(name, Role.AGENT),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        assertThat(page.locator("#worklist")).isVisible();
        return page;
    }

    /// As many short messages as if the customer had written them on the previous day.
    private void manyMessages(int count) {
        parley.database()
                .sql(
                        """
                        insert into message (id, conversation_id, channel, endpoint, author, kind, text,
                                             content, sent_at, status)
                        select gen_random_uuid(), conversation_id, channel, endpoint, author, kind,
                               'Old ' || n || '.', null,
                               sent_at + n * interval '1 millisecond', status
                          from message, generate_series(1, :count) as n
                         where author = 'CUSTOMER'
                        """)
                .param("count", count)
                .update();
    }

    private static void loseTheResponse(Route route) {
        var _ = route.fetch();
        route.abort();
    }

    private static void resume(Route route) {
        try {
            route.resume();
        } catch (com.microsoft.playwright.PlaywrightException _) {
            // The request was cancelled.
        }
    }

    private static void signOut(Page page) {
        page.navigate(page.url().replaceAll("(https?://[^/]+)/.*", "$1/account"));
        page.locator(".topbar-me summary").click();
        page.locator("form[action$='/sign-out'] button").click();
        page.waitForURL(url -> url.contains("signedOut"));
    }

    private static void fillIn(Page page, String name) {
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(TestParley.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void scrollToTheTop(Page desk) {
        desk.evaluate("document.getElementById('scroller').scrollTop = 0");
    }

    private static Locator row(Page desk, String name) {
        return desk.getByTestId("work-item").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator composer(Page desk) {
        return desk.getByTestId("composer");
    }

    private static Locator entries(Page desk) {
        return desk.locator("[data-test=entry][data-message]");
    }
}
