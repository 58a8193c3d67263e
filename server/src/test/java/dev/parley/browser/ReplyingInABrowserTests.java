package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class ReplyingInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    ReplyingInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, Is my parcel lost?, It arrives tomorrow., Active · you, Conversation opened",
        "zh-TW, 我的包裹寄丟了嗎？, 明天就會送到。, 進行中 · 您, 交談已開啟"
    })
    void whatACustomerWritesIsAnsweredWithoutReloading(
            String language, String question, String answer, String state, String opened) {
        var ada = parley.customer("Ada");
        var desk = signIn(language, 1440, 900);
        desk.evaluate("window.neverReloaded = true");
        var phone = windows.messenger(parley, ada, language, 1440, 900);

        phone.getByTestId("composer").fill(question);
        phone.keyboard().press("Enter");

        assertThat(desk.getByTestId("offer")).containsText(question);
        ScreenChecks.picture(desk, language + "-offer");
        desk.getByTestId("offer-accept").click();
        assertThat(entries(desk).first()).containsText(question);
        assertThat(desk.locator("#head-state")).hasText(state);
        assertThat(desk.locator("#timeline")).containsText(opened);

        desk.getByTestId("composer").fill(answer);
        desk.keyboard().press("Enter");

        assertThat(phone.locator("[data-from=page]").last()).containsText(answer);
        assertThat(mark(desk)).hasAttribute("data-mark", Pattern.compile("delivered|read"));
        phone.bringToFront();
        assertThat(mark(desk)).hasAttribute("data-mark", "read");
        assertThat(desk.evaluate("window.neverReloaded")).isEqualTo(true);
        ScreenChecks.picture(desk, language + "-desk");
        ScreenChecks.picture(phone, language + "-messenger");
        ScreenChecks.legible(desk);
    }

    @Test
    void theDeskWorksWithTheKeyboardAlone() {
        var ada = parley.customer("Ada");
        var desk = signIn("en-US", 1440, 900);
        ada.writes("Do you open on Sunday?");
        assertThat(desk.getByTestId("offer")).isVisible();

        desk.keyboard().press("a");
        assertThat(desk.getByTestId("composer")).isFocused();
        desk.keyboard().type("From ten");
        desk.keyboard().press("Shift+Enter");
        desk.keyboard().type("to six.");
        desk.keyboard().press("Enter");

        parley.until("Ada hears both lines", () -> ada.received().contains("From ten\nto six."));
        desk.keyboard().press("Escape");
        desk.keyboard().press("e");
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "WRAP_UP");
    }

    @Test
    void anOrdinarySessionAtTheDesk() {
        var ann = parley.agent("Ann Lee");
        var chen = parley.customer("陳美玲");
        chen.writes("請問今天還有包廂嗎？");
        ann.accepts(chen).replies("有的，晚上七點還有一間。");
        var ben = parley.customer("Ben Wu");
        ben.writes("Do you open on Sunday?");
        ann.accepts(ben);
        var ada = parley.customer("Ada Lin");
        ada.writes("Good morning! I ordered two boxes of oolong on Monday.");
        ada.writes("Is my parcel lost?");
        ann.accepts(ada).replies("Good morning, Ada. Let me look.");
        ann.replies("It left our shop yesterday and arrives tomorrow before noon.");
        var thanks = ada.writes("Wonderful, thank you so much!");
        ada.reads();
        ann.sees("Wonderful");
        parley.customer("Chloé Durand").writes("Is there a vegan menu?");
        parley.until("Ann is offered more", () -> ann.worklist("mine").contains("vegan"));
        ada.reacts(thanks, "love");

        var desk = signIn(parley.user("Ann Lee", Role.AGENT), "en-US", 1440, 900);
        desk.navigate(parley.url() + "/desk/conversations/" + ann.conversation());

        assertThat(entries(desk)).hasCount(5);
        assertThat(desk.getByTestId("offer")).containsText("vegan");
        assertThat(desk.getByTestId("work-item")).hasCount(3);
        desk.waitForFunction(
                "[...document.images].every(image => image.complete && image.naturalWidth)");
        ScreenChecks.picture(desk, "desk");
    }

    @Test
    void onAPhoneOnePaneIsShownAtATime() {
        var ada = parley.customer("Ada");
        var desk = signIn("zh-TW", 360, 760);
        ada.writes("請問今天有營業嗎？");

        assertThat(desk.getByTestId("offer")).isVisible();
        ScreenChecks.picture(desk, "zh-TW-offer-360");
        desk.getByTestId("offer-accept").click();

        assertThat(entries(desk).first()).containsText("請問今天有營業嗎？");
        assertThat(desk.locator("#list")).not().isVisible();
        ScreenChecks.picture(desk, "zh-TW-desk-360");
        desk.locator("#head-back").click();
        assertThat(desk.getByTestId("work-item")).isVisible();
    }

    @Test
    void pictureAndFileAreShownFromOurOwnCopies() {
        var ada = parley.customer("Ada");
        var desk = signIn("en-US", 1440, 900);
        var picture = parley.simulator().state().path("people").path(0).path("picture").asString();
        ada.sends(
                "image", picture.startsWith("http") ? picture : parley.simulator().url() + picture);
        desk.getByTestId("offer-accept").click();

        var shown = desk.locator("#timeline img[src^='/attachments/']");

        assertThat(shown).isVisible();
        assertThat((Integer) shown.evaluate("image => image.naturalWidth")).isPositive();
    }

    private Page signIn(String language, int width, int height) {
        return signIn(parley.user("Ann", Role.AGENT), language, width, height);
    }

    private Page signIn(TestParley.Login agent, String language, int width, int height) {
        var desk = windows.signIn(parley.url() + "/desk", agent, language, width, height);
        assertThat(desk.locator("#worklist")).isVisible();
        return desk;
    }

    private static Locator entries(Page desk) {
        return desk.locator("[data-test=entry][data-message]");
    }

    private static Locator mark(Page desk) {
        return desk.locator("[data-test=entry][data-message][data-side=ours]").last();
    }
}
