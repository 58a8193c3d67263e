package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParley.Login;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an agent hears and sees of new conversations and messages, in several windows.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class AlertsInABrowserTests {
    /// Records the sounds and desktop notifications of a window, which a test cannot hear or see.
    private static final String RECORDER =
            """
            window.tones = 0;
            window.shown = [];
            const oscillator = AudioContext.prototype.createOscillator;
            AudioContext.prototype.createOscillator = function () {
                window.tones += 1;
                return oscillator.call(this);
            };
            window.Notification = class extends EventTarget {
                static permission = "granted";
                static requestPermission = async () => "granted";
                constructor(title, { body }) {
                    super();
                    Object.assign(this, { title, body, open: true });
                    window.shown.push(this);
                    queueMicrotask(() => this.dispatchEvent(new Event("show")));
                }
                close() {
                    this.open = false;
                }
            };
            """;

    /// An incognito window denies by itself, but after a time of its own choosing.
    private static final String DENIED = "Notification.requestPermission = async () => 'denied';";

    private final TestParley parley;
    private final Windows windows;

    AlertsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void theFirstToAcceptWinsAndAllOthersFallSilent() {
        parley.database().sql("update notification_template set desktop = 'ALWAYS'").update();
        var ann = parley.user("Ann", Role.AGENT);
        var office = desk(ann, "en-US", 1440);
        var tab = office.context().newPage();
        tab.navigate(parley.url() + "/desk");
        tab.addInitScript(RECORDER);
        tab.reload();
        touch(tab);
        var home = desk(ann, "zh-TW", 360);

        parley.customer("Ada").writes("Hello");

        for (var window : List.of(office, tab, home)) {
            assertThat(window.getByTestId("offer")).isVisible();
        }
        parley.until("one of the two was heard", () -> tones(office) + tones(tab) > 0);
        Windows.settle(office);
        assertThat(tones(office) + tones(tab)).as("one sound of two tones").isEqualTo(2);
        assertThat(tones(home)).isEqualTo(2);
        assertThat(openNotifications(office) + openNotifications(tab)).isOne();
        assertThat(openNotifications(home)).isOne();

        home.getByTestId("offer-accept").click();

        for (var window : List.of(office, tab, home)) {
            assertThat(window.getByTestId("offer")).hasCount(0);
            assertThat(openNotifications(window)).isZero();
        }
        assertThat(parley.count("select count(*) from offer where outcome = 'ACCEPTED'")).isOne();
    }

    @Test
    void aMessageAlertsTheAgentUntilTheyReadIt() {
        var desk = desk(parley.user("Ann", Role.AGENT), "en-US", 1440);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "ACTIVE");
        desk.navigate(parley.url() + "/account/notifications");
        desk.getByLabel("Always").check();
        desk.getByLabel("Repeat").selectOption("30");
        Labelled.button(desk, "Save").click();
        assertThat(desk.locator(".notice")).containsText("Saved");
        desk.navigate(parley.url() + "/desk?view=mine");
        touch(desk);
        until(
                desk,
                "the settings are known",
                "document.getElementById('alerts').dataset.repeat === '30'");
        desk.evaluate("document.hasFocus = () => false");

        ada.writes("My number is 0912");

        until(desk, "it is heard", "tones === 2");
        until(desk, "it is shown", "shown.length === 1");
        assertThat(desk.evaluate("shown[0].title + shown[0].body").toString())
                .endsWith("wrote")
                .doesNotContain("0912");
        assertThat(desk).hasTitle(Pattern.compile("● .* wrote"));

        desk.evaluate(
                "performance.now = (real => () => real.call(performance) + 31_000)(performance.now)");
        until(desk, "it is repeated", "tones >= 4");

        desk.evaluate("document.hasFocus = () => true");
        desk.locator(".work-item > a").click();
        until(desk, "nothing is shown any more", "shown.every(one => !one.open)");
        assertThat(desk).not().hasTitle(Pattern.compile("●"));
        var heard = tones(desk);
        ada.writes("Are you there?");
        assertThat(desk.locator("#timeline")).containsText("Are you there?");
        Windows.settle(desk);
        assertThat(tones(desk)).as("what the agent is reading makes no sound").isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, 'Yes, both', Everything works.", "zh-TW, 360, 都注意到了, 一切正常。"})
    void theTestOfTheBrowserShowsEachStep(
            String language, int width, String both, String everything) {
        var ann = parley.user("Ann", Role.AGENT);
        var page = windows.signIn(parley.url() + "/account", ann, language, width, 900);
        page.addInitScript(DENIED);
        page.locator("a[href='/account/notifications']").click();
        page.getByTestId("alert-test-start").click();
        assertThat(page.locator("[data-step=permission]")).hasAttribute("data-state", "bad");
        assertThat(page.locator("[data-step=permission] .alert-help")).isVisible();
        assertThat(page.locator("[data-step=seen]")).hasAttribute("data-state", "skipped");
        ScreenChecks.rightDayAndNight(page, "alert-test-blocked-%s-%d".formatted(language, width));

        page.addInitScript(RECORDER);
        page.reload();
        page.getByTestId("alert-test-start").click();
        assertThat(page.getByTestId("alert-both")).hasText(both);
        page.getByTestId("alert-both").click();

        assertThat(page.locator("[data-step=seen]")).containsText(everything);
        assertThat(page.locator("[data-state=good]")).hasCount(5);
        ScreenChecks.right(page, "alert-test-%s-%d".formatted(language, width));
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void twentyOffersAtOnceStayUsable(String language, int width) {
        parley.database().sql("update workstream set capacity = 1").update();
        parley.database().sql("update notification_template set countdown_seconds = 300").update();
        var desk = desk(parley.user("Ann", Role.AGENT), language, width);
        parley.customer("Ada").writes("Hello");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "ACTIVE");

        for (var number = 1; number <= 20; number++) {
            parley.customer("Customer " + number).writes("Is anybody there? I am " + number);
        }

        assertThat(desk.getByTestId("offer")).hasCount(20);
        assertThat(desk.getByTestId("composer")).isVisible();
        ScreenChecks.rightDayAndNight(desk, "twenty-offers-%s-%d".formatted(language, width));
        desk.getByTestId("offers-later").click();
        assertThat(desk.getByTestId("composer")).isInViewport();
        ScreenChecks.right(desk, "twenty-offers-open-%s-%d".formatted(language, width));
        desk.locator("#offers-later .offer").last().getByTestId("offer-accept").click();
        assertThat(desk.getByTestId("offer")).hasCount(19);

        parley.timePasses(Duration.ofSeconds(301));
        assertThat(desk.getByTestId("missed-back")).isVisible();
        ScreenChecks.rightDayAndNight(desk, "twenty-missed-%s-%d".formatted(language, width));
        desk.getByTestId("missed-back").click();
        assertThat(desk.getByTestId("missed-back")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void anAdministratorChoosesHowAgentsAreNotified(String language, int width) {
        var alex = parley.user("Alexandra", Role.ADMINISTRATOR);
        var page =
                windows.signIn(
                        parley.url() + "/admin/notification-templates", alex, language, width, 900);
        ScreenChecks.right(page, "notifications-%s-%d".formatted(language, width));
        page.navigate(parley.url() + "/admin/notification-templates/new");
        page.locator("[name=occasion][value=UNKNOWN_CUSTOMER]").check();
        page.locator("#countdown").fill("10");
        submit(page);
        assertThat(page.locator("#name-problem")).isVisible();
        assertThat(page.locator("#countdown-problem")).isVisible();
        ScreenChecks.right(page, "notification-refused-%s-%d".formatted(language, width));
        page.locator("#name").fill("At once");
        page.locator("#countdown").fill("60");
        page.locator("[name=autoAssign][value=true]").check();
        submit(page);
        assertThat(page.locator(".notice.positive")).isVisible();
        ScreenChecks.rightDayAndNight(page, "notification-%s-%d".formatted(language, width));

        page.navigate(parley.url() + "/admin/workstreams");
        page.locator("tbody th a").first().click();
        page.locator("a[href$='/notifications']").click();
        page.locator("#UNKNOWN_CUSTOMER").selectOption(new SelectOption().setLabel("At once"));
        ScreenChecks.right(page, "workstream-notifications-%s-%d".formatted(language, width));
        submit(page);
        assertThat(page.locator("#notifications")).containsText("At once");

        var desk = desk(parley.user("Ann", Role.AGENT), language, width);
        parley.customer("Ada").writes("Is my parcel lost? It was sent three weeks ago.");
        assertThat(desk.getByTestId("assigned")).isVisible();
        ScreenChecks.rightDayAndNight(desk, "assigned-%s-%d".formatted(language, width));
        desk.locator("#worklist").focus();
        desk.getByTestId("assigned-open").click();
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "ACTIVE");
        assertThat(desk.getByTestId("assigned")).hasCount(0);
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").first().click();
    }

    private Page desk(Login who, String language, int width) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk", who, language, width, width < 800 ? 760 : 900);
        desk.addInitScript(RECORDER);
        desk.reload();
        touch(desk);
        return desk;
    }

    /// Browsers play sound only after the user did something in the page.
    private static void touch(Page desk) {
        assertThat(desk.locator("#worklist")).isVisible();
        desk.keyboard().press("Shift");
        desk.locator("#worklist-head").click(new Locator.ClickOptions().setPosition(2, 2));
    }

    private void until(Page desk, String what, String holds) {
        parley.until(what, Duration.ofSeconds(20), () -> (Boolean) desk.evaluate(holds));
    }

    private static int tones(Page desk) {
        return (Integer) desk.evaluate("tones");
    }

    private static int openNotifications(Page desk) {
        return (Integer) desk.evaluate("shown.filter(one => one.open).length");
    }
}
