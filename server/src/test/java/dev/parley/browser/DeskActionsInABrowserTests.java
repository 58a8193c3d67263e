package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hurried actions at the desk, and which agent gets which offers.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class DeskActionsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    DeskActionsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void aDoubleClickOnlyTakesTheConversation() {
        var ann = parley.agent("Ann");
        ann.setPresence("AWAY");
        parley.customer("Ada").writes("Hello");
        parley.until("Ada waits", () -> ann.worklist("open").contains("Ada"));
        var desk = signIn("en-US", 1440);
        desk.locator("#rail-open").click();
        desk.getByTestId("work-item").locator("a").click();

        assertThat(desk.getByTestId("assign-to-me")).isEnabled();
        var take = desk.getByTestId("assign-to-me").boundingBox();
        var x = take.x + take.width / 2;
        var y = take.y + take.height / 2;
        desk.mouse().dblclick(x, y);
        isIn(desk, "ACTIVE");
        for (var click = 0; click < 5; click++) {
            desk.mouse().click(x, y);
        }
        isIn(desk, "ACTIVE");
        desk.keyboard().press("Escape");

        assertThat(desk.locator(".failure:visible")).hasCount(0);
        does(desk, "end");
        isIn(desk, "WRAP_UP");
        ScreenChecks.picture(desk, "undo-en");
        desk.getByTestId("undo").click();
        isIn(desk, "ACTIVE");
        does(desk, "end");
        isIn(desk, "WRAP_UP");
        does(desk, "close");
        isIn(desk, "CLOSING");
        desk.keyboard().press("z");
        isIn(desk, "WRAP_UP");
        assertThat(desk.locator("#timeline")).containsText("cancelled closing");
        does(desk, "close");
        isIn(desk, "CLOSING");
        parley.timePasses(Duration.ofSeconds(11));
        isIn(desk, "CLOSED");
        assertThat(desk.getByTestId("undo")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, No new conversations, An offer is waiting, No conversation open",
        "zh-TW, 目前沒有新交談, 有新交談等您接受, 尚未開啟交談"
    })
    void theEmptyPaneFollowsTheList(
            String language, String quiet, String offered, String unopened) {
        var desk = signIn("Kim " + language, language, 1440);
        var pane = desk.locator("#conversation h2:visible");
        assertThat(pane).hasText(quiet);

        parley.customer("Ada").writes("Hello");
        assertThat(desk.getByTestId("offer")).isVisible();

        assertThat(pane).hasText(offered);
        ScreenChecks.picture(desk, "offer-beside-" + language);
        desk.locator("#rail-open").click();
        assertThat(desk.locator("#worklist")).hasAttribute("data-show", "open");
        assertThat(pane).hasText(offered);
        desk.getByTestId("offer-decline").click();
        assertThat(desk.getByTestId("offer")).hasCount(0);
        assertThat(desk.getByTestId("work-item")).hasCount(1);
        assertThat(pane).hasText(unopened);
    }

    @Test
    void aButtonThatAppearsUnderTheMouseIgnoresClicksAtFirst() {
        var desk = signIn("en-US", 1440);
        desk.evaluate(
                """
                new MutationObserver((_, observer) => {
                    const button = document.querySelector("[data-test=offer-accept]");
                    if (button) {
                        observer.disconnect();
                        window.tooSoon = button.disabled;
                        button.click();
                    }
                }).observe(document.body, { childList: true, subtree: true })
                """);
        parley.customer("Ada").writes("Hello");
        assertThat(desk.getByTestId("offer")).isVisible();

        assertThat(desk.evaluate("window.tooSoon")).isEqualTo(true);
        assertThat(parley.count("select count(*) from offer where outcome is null")).isOne();
        desk.getByTestId("offer-accept").click();
        isIn(desk, "ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440, DARK, English, Sign out", "en-US, 360, DARK, 繁體中文, 登出"})
    void theAccountMenuIsWithinReach(
            String language, int width, ColorScheme scheme, String other, String signOut) {
        var desk = signIn("Lee " + language + width, language, width);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

        assertThat(desk.getByTestId("presence")).hasAttribute("data-presence", "AVAILABLE");
        desk.getByTestId("presence").focus();
        desk.keyboard().press("Enter");
        var menu = desk.locator("#presence-menu");
        assertThat(menu).isVisible();
        ScreenChecks.picture(desk, "account-%s-%d-%s".formatted(language, width, scheme));
        ScreenChecks.fits(desk);
        ScreenChecks.legible(desk);
        desk.getByTestId("test-sound").click();
        assertThat(desk.locator("#sound-tested")).isVisible();
        desk.navigate(parley.url() + "/desk?view=open");
        desk.getByTestId("presence").click();
        menu.getByText(other, new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(desk.getByTestId("sign-out")).hasText(signOut);
        assertThat(desk).hasURL(Pattern.compile("/desk\\?view=open$"));

        desk.getByTestId("presence").click();
        desk.getByTestId("sign-out").click();
        desk.waitForURL("**/sign-in?signedOut");
    }

    @Test
    void onAPhoneAnOfferIsShownAboveTheOpenConversation() {
        var desk = signIn("en-US", 360);
        parley.customer("Ada").writes("Hello");
        desk.getByTestId("offer-accept").click();
        isIn(desk, "ACTIVE");
        assertThat(desk.locator("#list")).not().isVisible();

        parley.customer("Bob")
                .writes("Is there anybody who can help me with a long question today?");

        assertThat(desk.getByTestId("offer")).isVisible();
        assertThat(desk.getByTestId("composer")).isVisible();
        ScreenChecks.rightDayAndNight(desk, "offer-above-360");
        desk.locator("#scroller").focus();
        desk.keyboard().press("a");
        assertThat(desk.locator("#head")).containsText("Bob");
        assertThat(desk.getByTestId("offer")).hasCount(0);
    }

    /// A click between two messages of the customer must not be lost.
    @Test
    void theButtonsOfAnOfferStayWhileItChanges() {
        var desk = signIn("en-US", 1440);
        // It slides in slowly here, and all that time its buttons are where they will stay.
        desk.evaluate(
                """
                () => {
                    document.body.style.cssText = "--motion: 1.2s; --ease: linear";
                    window.disabledTimes = 0;
                    new MutationObserver(changes => {
                        for (const { target } of changes) {
                            window.disabledTimes += target.matches("[data-do=accept]:disabled");
                        }
                    }).observe(document.body, { subtree: true, attributeFilter: ["disabled"] });
                }
                """);
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var accept = desk.getByTestId("offer-accept");
        assertThat(desk.getByTestId("offer")).containsText("Ada");
        assertThat(accept).isEnabled();
        accept.evaluate("button => button.pressed = true");

        ada.writes("Are you there?");

        assertThat(desk.getByTestId("offer")).containsText("Are you there?");
        assertThat(accept.evaluate("button => button.pressed && window.disabledTimes"))
                .isEqualTo(1);
        accept.click();
        isIn(desk, "ACTIVE");
    }

    @Test
    void fiveOffersLeaveTheListVisible() {
        var desk = signIn("en-US", 1440);
        for (var name : List.of("Ada", "Bob", "Cid", "Dan", "Eve")) {
            parley.customer(name).writes("Hello, I am " + name);
        }
        assertThat(desk.getByTestId("offer")).hasCount(5);
        assertThat(desk.locator("#offers > .offer")).hasCount(1);
        assertThat(desk.getByTestId("offers-later")).hasText("+4 more");
        assertThat(desk.locator("#work-empty")).hasCount(0);
        assertThat(desk.locator(".offer kbd:visible")).hasCount(2);
        ScreenChecks.picture(desk, "five-offers");
        desk.getByTestId("offers-later").click();
        ScreenChecks.right(desk, "five-offers-open");

        var second = desk.locator("#offers-later .offer").first();
        // A customer is a numbered visitor until Messenger tells the name.
        assertThat(second.locator(".offer-name")).not().containsText("Visitor");
        var name = second.locator(".offer-name").textContent();
        second.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head")).containsText(name);
        assertThat(desk.getByTestId("offers-later")).hasText("+3 more");

        parley.timePasses(Duration.ofSeconds(121));
        assertThat(desk.getByTestId("missed")).containsText("You missed a conversation from");
        ScreenChecks.right(desk, "missed");
        desk.getByTestId("missed-back").click();
        assertThat(desk.getByTestId("missed")).hasCount(0);
    }

    @Test
    void eachListKeepsItsOrder() {
        var desk = signIn("en-US", 1440);
        parley.customer("Ada").writes("Hello");
        desk.getByTestId("offer-accept").click();
        isIn(desk, "ACTIVE");
        desk.locator("#sort-button").click();
        desk.locator("#sort-window").click();
        assertThat(desk.locator("#sort-button")).containsText("Time left");

        desk.locator("#rail-open").click();
        assertThat(desk.locator("#list h1")).hasText("Unassigned");
        assertThat(desk.locator("#sort-button")).containsText("Newest");
        desk.locator("#rail-mine").click();
        desk.getByTestId("work-item").locator("a").click();
        assertThat(desk.locator("#sort-button")).containsText("Time left");
        desk.reload();
        assertThat(desk.locator("#sort-button")).containsText("Time left");
    }

    @ParameterizedTest
    @CsvSource({"1440", "1000", "360"})
    void textOfAnyLengthAndDirectionStaysInItsBox(int width) {
        var ann = parley.agent("Ann");
        var many = parley.customer("Wolfeschlegelsteinhausenbergerdorff".repeat(7));
        var hebrew = "שלום, הזמנתי שתי קופסאות תה! ".repeat(40).strip();
        many.writes(hebrew);
        ann.accepts(many);
        var quoted = ann.messageThatSays(hebrew);
        ann.answers(quoted, "antidisestablishmentarianism".repeat(30));
        var right = parley.customer("مريم عبد الرحمن الطويلة");
        right.writes("مرحبا! هل الشاي متوفر؟ (2 boxes)");
        parley.until("it is offered", () -> ann.worklist("mine").contains("مرحبا"));
        parley.database()
                .sql(
                        """
                        with copied as (
                            insert into conversation (id, channel, endpoint, person, customer_id,
                                                      state, since, active_at, close_at, opened_at,
                                                      last_message_at)
                            select gen_random_uuid(), channel, endpoint, 'p' || n, customer_id,
                                   'OPEN', since, since, now() + interval '30 days', opened_at,
                                   last_message_at
                              from conversation, generate_series(1, 110) as n
                             where state = 'OPEN'
                            returning id, channel, endpoint, since)
                        insert into work_item (conversation_id, channel, endpoint, since)
                        select id, channel, endpoint, since from copied
                        """)
                .update();
        var desk = signIn("en-US", width);
        ScreenChecks.picture(desk, "long-list-" + width);
        inside(desk, "#list", ".offer, .offer *, .work-item a > *");
        inside(desk, ".rail", ".rail .count");
        assertThat(desk.locator("#rail-open .count")).containsText("99+");

        desk.navigate(parley.url() + "/desk/conversations/" + ann.conversation());
        ScreenChecks.picture(desk, "long-conversation-" + width);
        ScreenChecks.fits(desk);
        inside(desk, "#conversation", "#head > *, .quote, .quote *, .bubble, .author");
        if (width < 1200) {
            desk.locator("#head-customer").click();
            assertThat(desk.locator("#customer-pane")).hasAttribute("data-open", "");
            parley.until(
                    "the pane has moved",
                    () ->
                            Boolean.TRUE.equals(
                                    desk.evaluate(
                                            "document.querySelector('#customer-pane')"
                                                    + ".getAnimations().length === 0")));
        }
        inside(desk, "#customer-pane", "#customer h2, #customer p, #customer dd, #customer .fold");
        ScreenChecks.picture(desk, "long-customer-" + width);
    }

    /// None of these is wider than its container.
    private static void inside(Page desk, String box, String parts) {
        var outside =
                desk.evaluate(
                        """
                        ([box, parts]) => {
                            const frame = document.querySelector(box).getBoundingClientRect();
                            return [...document.querySelectorAll(parts)]
                                .filter(each => each.closest(box) && each.checkVisibility())
                                .filter(each => !each.closest(".visually-hidden"))
                                .filter(each => !["absolute", "fixed"]
                                    .includes(getComputedStyle(each).position)
                                    || each.matches(".count"))
                                .filter(each => !clipped(each, document.querySelector(box)))
                                .map(each => [each, each.getBoundingClientRect()])
                                .filter(([_, at]) => at.width > 0)
                                .filter(([_, at]) => at.left < frame.left - 1
                                    || at.right > frame.right + 1)
                                .map(([each]) => each.outerHTML.slice(0, 120));
                            function clipped(each, end) {
                                for (let up = each.parentElement; up && up !== end;
                                        up = up.parentElement) {
                                    if (getComputedStyle(up).overflowX === "hidden"
                                            && up.id !== "scroller") {
                                        return true;
                                    }
                                }
                                return false;
                            }
                        }
                        """,
                        List.of(box, parts));
        assertThat((List<?>) outside).isEmpty();
    }

    private static void does(Page desk, String what) {
        desk.getByTestId("more").click();
        desk.getByTestId(what).click();
    }

    private static void isIn(Page desk, String state) {
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", state);
    }

    private Page signIn(String language, int width) {
        return signIn("Ann", language, width);
    }

    private Page signIn(String name, String language, int width) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user(name, Role.AGENT),
                        language,
                        width,
                        width < 800 ? 760 : 900);
        assertThat(desk.locator("#worklist")).isVisible();
        return desk;
    }
}
