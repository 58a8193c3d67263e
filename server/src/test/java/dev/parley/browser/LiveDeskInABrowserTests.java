package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.parley.identity.Role;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How an open desk follows what happens, and how much it asks the server for that.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class LiveDeskInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    LiveDeskInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void aMessageCausesOneRequestWhoseAnswerContainsOnlyWhatChanged() {
        var ada = parley.customer("Ada");
        var desk = open("Ann", ada);
        var asked = requestsOf(desk);

        ada.writes("It is a red one");
        assertThat(desk.locator("#timeline")).containsText("It is a red one");
        assertThat(desk.locator("#work")).containsText("It is a red one");
        parley.until("it is read", () -> unread() == 0);
        Windows.settle(desk);

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().url()).endsWith("/desk/changes");
        assertThat(asked.getFirst().response().text())
                .contains("It is a red one", "data-removed")
                .doesNotContain("Hello from Ada", "id=\"rail\"", "id=\"head\"", "id=\"customer\"");
    }

    @Test
    void aMessageThatIsNotSeenIsReadWhenTheAgentLooks() {
        var ada = parley.customer("Ada");
        var desk = open("Ann", ada);
        for (var number = 0; number < 30; number++) {
            ada.writes("Line " + number);
        }
        assertThat(desk.locator("#timeline")).containsText("Line 29");
        parley.until("they are read", () -> unread() == 0);
        desk.locator("#scroller").evaluate("box => box.scrollTop = 0");

        ada.writes("Just one more");
        assertThat(desk.locator("#newer")).hasText("1 new");
        assertThat(desk.locator("#rail-mine .count")).containsText("1");
        assertThat((int) unread()).isOne();
        desk.locator("#newer").click();
        assertThat(desk.locator("#rail-mine .count")).hasCount(0);
        assertThat((int) unread()).isZero();
    }

    @Test
    void listsFollowOnceASecondAndShowTheLastState() {
        var ada = parley.customer("Ada");
        var ben = parley.customer("Ben");
        var desk = open("Ann", ada);
        ben.writes("Hello from Ben");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head")).containsText("Ben");
        Windows.settle(desk);
        var asked = requestsOf(desk);
        var began = Instant.now();

        for (var number = 1; number <= 20; number++) {
            ada.writes("Number " + number + " from Ada.");
        }
        assertThat(row(desk, "Ada")).containsText("Number 20 from Ada.");
        Windows.settle(desk);

        var seconds = Duration.between(began, Instant.now()).toSeconds();
        assertThat(asked).hasSizeBetween(1, (int) seconds + 2);
    }

    @Test
    void aDeskInTheBackgroundWaitsButRingsForOffers() {
        var ada = parley.customer("Ada");
        var desk = open("Ann", ada);
        isHidden(desk, true);
        var asked = requestsOf(desk);

        for (var number = 1; number <= 5; number++) {
            ada.writes("Number " + number + " from Ada.");
        }
        assertThat(desk).hasTitle(Pattern.compile("^\\(1\\) .*"));
        assertThat(desk.locator("#timeline")).not().containsText("Number 5");
        assertThat(asked).allMatch(request -> !request.postData().contains("timeline="));
        parley.customer("Ben").writes("Hello from Ben");
        assertThat(desk.getByTestId("offer")).containsText("Ben");
        assertThat(desk).hasTitle(Pattern.compile("^\\(2\\) .*"));
        assertThat(desk.locator("#timeline")).not().containsText("Number 5");
        Windows.settle(desk);

        asked.clear();
        isHidden(desk, false);
        assertThat(desk.locator("#timeline")).containsText("Number 5");
        Windows.settle(desk);
        assertThat(asked).hasSize(1);
    }

    @Test
    void sevenTabsOfOneBrowserStayUsable() {
        var ada = parley.customer("Ada");
        var first = open("Ann", ada);
        var tabs = new ArrayList<Page>(List.of(first));
        while (tabs.size() < 7) {
            var tab = first.context().newPage();
            tab.navigate(first.url());
            tabs.add(tab);
        }
        ada.writes("Do you hear me?");
        for (var tab : tabs) {
            assertThat(tab.locator("#timeline")).containsText("Do you hear me?");
        }

        first.close();
        tabs.removeFirst();
        tabs.getFirst().reload();
        ada.writes("And now?");
        for (var tab : tabs) {
            assertThat(tab.locator("#timeline")).containsText("And now?");
            assertThat(tab.locator("#connection")).isHidden();
        }
        tabs.getLast().getByTestId("composer").fill("I do.");
        tabs.getLast().getByTestId("composer").press("Enter");
        parley.until("Ada hears", () -> ada.received().equals(List.of("I do.")));
        assertThat(tabs.getFirst().locator("#timeline")).containsText("I do.");
    }

    @Test
    void tabsFollowTheUserWhoSignsIn() {
        var ada = parley.customer("Ada");
        var desk = open("Ann", ada);
        var other = desk.context().newPage();
        parley.user("Sue", Role.AGENT, Role.SUPERVISOR);
        parley.database().sql("delete from spring_session").update();
        other.navigate(parley.url() + "/desk?view=all");
        other.locator("input[name=name]").fill("sue");
        other.locator("input[name=password]").fill(TestParley.PASSWORD);
        other.keyboard().press("Enter");
        assertThat(other.locator("#worklist")).isVisible();

        assertThat(desk.locator("#account-name")).hasText("Sue");
        assertThat(other.locator("#account-name")).hasText("Sue");
        ada.writes("Anybody there?");
        assertThat(desk.locator("#timeline")).containsText("Anybody there?");
        assertThat(row(other, "Ada")).containsText("Anybody there?");
    }

    @Test
    void anAnswerThatArrivesAfterTheConversationWasOpenedAgainKeepsItsOrder() {
        var ada = parley.customer("Ada");
        var desk = open("Ann", ada);
        desk.keyboard().press("Escape");
        desk.keyboard().press("p");
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "WAITING");
        ada.writes("One more question");
        assertThat(desk.getByTestId("offer")).isVisible();
        assertThat(desk.locator("#timeline")).containsText("One more question");
        Windows.settle(desk);
        var held = new ArrayList<Route>();
        desk.route("**/desk/changes", held::add);

        desk.getByTestId("offer-accept").click();
        desk.waitForCondition(() -> !held.isEmpty());
        assertThat(desk.locator("#timeline > li").last()).containsText("accepted");
        held.forEach(Route::resume);
        desk.unroute("**/desk/changes");
        assertThat(desk.getByTestId("offer")).hasCount(0);
        ada.writes("Is it red?");

        assertThat(desk.locator("#timeline")).containsText("Is it red?");
        assertThat(desk.locator("#timeline > li").last()).containsText("Is it red?");
    }

    @Test
    void withoutSharedWorkersEachTabHasItsOwnStream() {
        var ada = parley.customer("Ada");
        var desk = signIn("Ann");
        desk.addInitScript("delete window.SharedWorker");
        desk.reload();
        ada.writes("Hello from Ada");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#timeline")).containsText("Hello from Ada");

        ada.writes("Do you hear me?");
        assertThat(desk.locator("#timeline")).containsText("Do you hear me?");
    }

    /// Opens this customer's conversation at the desk of this agent, whose window has the focus.
    private Page open(String agent, TestCustomer customer) {
        var desk = signIn(agent);
        customer.writes("Hello from " + customer.name());
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#timeline")).containsText("Hello from " + customer.name());
        parley.until("it is read", () -> unread() == 0);
        Windows.settle(desk);
        return desk;
    }

    private Page signIn(String agent) {
        var login = parley.user(agent, Role.AGENT);
        var desk = windows.signIn(parley.url() + "/desk", login, "en-US", 1440, 900);
        assertThat(desk.locator("#connection[data-state=up]")).hasCount(1);
        return desk;
    }

    private long unread() {
        return parley.count(
                "select coalesce(sum(unread), 0) from conversation where agent_id is not null");
    }

    /// What this page asks the server for, from now on.
    private static List<Request> requestsOf(Page desk) {
        var asked = new CopyOnWriteArrayList<Request>();
        desk.onRequest(request -> {
            if (request.url().contains("/desk/") && !request.url().endsWith("/picture")) {
                asked.add(request);
            }
        });
        return asked;
    }

    private static void isHidden(Page desk, boolean hidden) {
        desk.evaluate(
                """
                hidden => {
                    Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
                    document.dispatchEvent(new Event("visibilitychange"));
                }
                """,
                hidden);
    }

    private static Locator row(Page desk, String name) {
        return desk.getByTestId("work-item").filter(new Locator.FilterOptions().setHasText(name));
    }
}
