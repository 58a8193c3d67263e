package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several conversations that are open as tabs.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class TabsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    TabsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void switchingShowsAtOnceWhatWasThereAndThenWhatIsNew() {
        var ada = parley.customer("Ada");
        var desk = signIn("en-US", 1440);
        accept(desk, "Ada", "Is my parcel lost?", () -> ada.writes("Is my parcel lost?"));
        var ben = parley.customer("Ben");
        accept(desk, "Ben", "Hello", () -> ben.writes("Hello"));
        assertThat(tabs(desk)).hasCount(2);
        manyMessages(120);
        tab(desk, "Ada").click();
        assertThat(desk.locator("#head-title")).containsText("Ada");
        desk.reload();
        assertThat(desk.locator("#timeline")).containsText("Old 120.");
        composer(desk).fill("It arrives");
        desk.evaluate("document.getElementById('scroller').scrollTop = 1000");
        composer(desk).press("Alt+2");
        assertThat(desk.locator("#head-title")).containsText("Ben");
        assertThat(composer(desk)).isFocused();
        assertThat(composer(desk)).hasValue("");
        assertThat(tab(desk, "Ada").getByTestId("tab-draft")).isVisible();

        var held = new ArrayList<Route>();
        desk.route("**/desk/changes", held::add);
        ada.writes("Please look");
        composer(desk).press("Alt+ArrowLeft");

        assertThat(desk.locator("#head-title")).containsText("Ada");
        assertThat(composer(desk)).hasValue("It arrives");
        assertThat(composer(desk)).isFocused();
        assertThat(desk.evaluate("document.getElementById('scroller').scrollTop")).isEqualTo(1000);
        assertThat(desk).hasTitle("Ada · Parley");
        assertThat(desk.locator("#timeline")).not().containsText("Please look");
        desk.unroute("**/desk/changes");
        held.forEach(TabsInABrowserTests::resume);
        assertThat(desk.locator("#timeline")).containsText("Please look");
        assertThat(desk.evaluate("document.getElementById('scroller').scrollTop")).isEqualTo(1000);
        composer(desk).press("End");
        composer(desk).pressSequentially(" tomorrow.");
        composer(desk).press("Enter");
        assertThat(desk.getByTestId("composer-send")).hasText("Send anyway");
        composer(desk).press("Enter");
        parley.until("Ada hears", () -> ada.received().equals(List.of("It arrives tomorrow.")));
        ben.writes("And me?");
        assertThat(tab(desk, "Ben").getByTestId("tab-unread")).containsText("1");
        assertThat(tab(desk, "Ben")).containsText("And me?");
        ScreenChecks.rightDayAndNight(desk, "tabs-wide");
    }

    @Test
    void theNeighbourIsShownAlthoughTheTabIsGoneBeforeTheResponse() {
        var desk = signIn("en-US", 1440);
        for (var name : List.of("Ada", "Ben", "Cleo")) {
            accept(desk, name, "Hello", () -> parley.customer(name).writes("Hello"));
        }
        tab(desk, "Ben").click();
        assertThat(desk.locator("#head-title")).containsText("Ben");
        var held = new ArrayList<Runnable>();
        desk.route(
                "**/desk/tabs/*",
                route -> {
                    var response = route.fetch();
                    held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(response)));
                });

        desk.keyboard().press("Alt+w");
        assertThat(tabs(desk)).hasCount(2);
        desk.waitForCondition(() -> held.size() == 1);
        held.getFirst().run();

        assertThat(desk.locator("#head-title")).containsText("Cleo");
    }

    @Test
    void tabsAreTheSameAfterSigningInElsewhere() {
        var desk = signIn("en-US", 1440);
        for (var name : List.of("Ada", "Ben", "Cleo")) {
            accept(desk, name, "Hello", () -> parley.customer(name).writes("Hello"));
        }
        composer(desk).fill("Dear Cleo");
        tab(desk, "Ben").click();
        assertThat(desk.locator("#head-title")).containsText("Ben");

        var other = signIn("zh-TW", 1440);
        assertThat(other.locator("#head-title")).containsText("Ben");
        assertThat(other).hasURL(desk.url());
        assertThat(tabs(other)).hasCount(3);
        ScreenChecks.right(other, "tabs-zh");
        other.keyboard().press("Alt+w");
        assertThat(other.locator("#head-title")).containsText("Cleo");
        assertThat(composer(other)).hasValue("Dear Cleo");
        assertThat(tabs(desk)).hasCount(2);
        assertThat(desk.locator("#head-title")).containsText("Ben");

        other.keyboard().press("Alt+Shift+w");
        assertThat(other.locator("#head-title")).containsText("Ben");
        assertThat(tabs(desk)).hasCount(3);
        other.keyboard().press("Alt+1");
        assertThat(other.locator("#head-title")).containsText("Ada");
        tab(other, "Ada").hover();
        tab(other, "Ada").getByTestId("tab-close").click();
        assertThat(other.locator("#head-title")).not().containsText("Ada");
        assertThat(tabs(other)).hasCount(2);
        other.keyboard().press("Alt+w");
        assertThat(tabs(other)).hasCount(1);
        other.keyboard().press("Alt+w");
        assertThat(tabs(other)).hasCount(0);
        assertThat(other.locator("#conversation h2:visible")).isVisible();
        assertThat(other.getByTestId("work-item")).hasCount(3);
    }

    @ParameterizedTest
    @CsvSource({"en-US, 2 open", "zh-TW, 共 2 個"})
    void onAPhoneTabsAreASwitcher(String language, String open) {
        var desk = signIn(language, 360);
        for (var name : List.of("Ada", "Ben")) {
            accept(desk, name, "Hello", () -> parley.customer(name).writes("Hello"));
        }

        assertThat(desk.getByTestId("tabs-switch")).containsText(open);
        ScreenChecks.rightDayAndNight(desk, "tabs-phone-" + language);
        desk.getByTestId("tabs-switch").click();
        assertThat(tabs(desk).first()).isVisible();
        ScreenChecks.rightDayAndNight(desk, "tabs-phone-list-" + language);
        tab(desk, "Ada").locator("a").click();
        assertThat(desk.locator("#head-title")).containsText("Ada");
        assertThat(tabs(desk).first()).isHidden();
    }

    private void accept(Page desk, String name, String words, Runnable writes) {
        writes.run();
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head-title")).containsText(name);
        assertThat(desk.locator("#timeline")).containsText(words);
    }

    private Page signIn(String language, int width) {
        return windows.signIn(
                parley.url() + "/desk",
                parley.user("Ann", Role.AGENT),
                language,
                width,
                width < 500 ? 760 : 900);
    }

    private static Locator tabs(Page desk) {
        return desk.getByTestId("tab");
    }

    private static Locator tab(Page desk, String name) {
        return tabs(desk).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator composer(Page desk) {
        return desk.getByTestId("composer");
    }

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
                         where author = 'CUSTOMER' and text = 'Is my parcel lost?'
                        """)
                .param("count", count)
                .update();
    }

    private static void resume(Route route) {
        try {
            route.resume();
        } catch (com.microsoft.playwright.PlaywrightException _) {
            // The request was cancelled.
        }
    }
}
