package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.DispositionCodeDraft;
import dev.parley.workstream.DispositionCodes;
import dev.parley.workstream.DispositionRule;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two at a desk: mentions, typing, taking over; and disposition codes, with the keyboard.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class TeamworkInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    TeamworkInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        this.ada = parley.customer("Ada");
        ada.writes("My parcel is broken");
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, LIGHT, No mentions yet", "zh-TW, 360, DARK, 還沒有人提及您"})
    void aColleagueIsMentionedWithTheKeyboard(
            String language, int width, ColorScheme scheme, String none) {
        var name = "mention-%s-%d".formatted(language, width);
        var ann = open("Ann", language, width, scheme);
        var sue = signIn("Sue", language, width, scheme, Role.SUPERVISOR, Role.AGENT);
        sue.navigate(parley.url() + "/desk/mentions");
        assertThat(sue.locator(".empty")).containsText(none);
        sue.navigate(parley.url() + "/desk");

        press(ann, "n");
        ann.keyboard().type("May I refund her, @s");
        assertThat(ann.locator(".colleague[aria-selected=true]")).hasText(Pattern.compile("Sue"));
        ScreenChecks.right(ann, name + "-picker");
        ann.keyboard().press("Enter");
        assertThat(ann.getByTestId("note-text")).hasValue("May I refund her, @Sue ");
        ann.keyboard().press("Enter");
        assertThat(ann.getByTestId("mentioned")).hasText("@Sue");

        assertThat(sue.getByTestId("mentions-count")).containsText("1");
        sue.keyboard().press("g");
        sue.keyboard().press("n");
        assertThat(sue.getByTestId("mention")).containsText("May I refund her, @Sue");
        ScreenChecks.right(sue, name + "-list");
        sue.getByTestId("mention").locator("a").click();
        assertThat(sue.locator(".internal-note .viewer")).hasText("@Sue");
        assertThat(sue.locator(".internal-note")).isInViewport();
        assertThat(sue.getByTestId("mentions-count")).hasCount(0);
        ScreenChecks.right(sue, name + "-opened");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, DARK, Ann is typing a reply, Sue took over your conversation with Ada",
        "zh-TW, 360, LIGHT, Ann 正在輸入回覆, Sue 已接手您與 Ada 的交談",
    })
    void aColleagueSeesWhoTypesAndTakesOver(
            String language, int width, ColorScheme scheme, String typing, String told) {
        var name = "take-over-%s-%d".formatted(language, width);
        var ann = open("Ann", language, width, scheme);
        var sue = signIn("Sue", language, width, scheme, Role.SUPERVISOR, Role.AGENT);
        sue.navigate(parley.url() + "/desk?view=all");

        ann.getByTestId("composer").fill("It arrives");
        assertThat(sue.getByTestId("row-typing")).containsText("Ann");
        ScreenChecks.picture(sue, name + "-list");
        ann.getByTestId("composer").fill("");
        assertThat(sue.getByTestId("row-typing")).hasCount(0);
        sue.getByTestId("work-item").locator("a").click();
        assertThat(sue.getByTestId("take-over")).isVisible();
        ann.getByTestId("composer").fill("It arrives");
        assertThat(sue.getByTestId("typing")).hasText(typing);
        ScreenChecks.right(sue, name + "-typing");

        press(sue, "t");
        assertThat(sue.getByTestId("take-over")).hasCount(0);
        assertThat(sue.locator("#timeline")).containsText("Ann");
        assertThat(sue.locator("#shut")).hasCount(0);
        assertThat(ann.getByTestId("taken-over")).containsText(told);
        assertThat(ann.getByTestId("composer")).hasValue("It arrives");
        assertThat(ann.getByTestId("taken-over-seen")).isVisible();
        ScreenChecks.right(ann, name + "-told");
        ann.getByTestId("taken-over-seen").click();
        assertThat(ann.locator("#taken-over")).isHidden();
        sue.getByTestId("composer").fill("It arrives tomorrow");
        sue.getByTestId("composer").press("Enter");
        parley.until("Ada hears", () -> ada.received().contains("It arrives tomorrow"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 1440, LIGHT, Choose a disposition code first",
        "zh-TW, 360, DARK, 請先選擇結束代碼"
    })
    void aDispositionCodeIsChosenByOneKey(
            String language, int width, ColorScheme scheme, String missing) {
        var name = "wrap-up-%s-%d".formatted(language, width);
        required();
        code("Refund", "退款", 1);
        code("Delivery delayed by the carrier", "物流延遲", 2);
        var ann = open("Ann", language, width, scheme);

        press(ann, "e");
        assertThat(ann.getByTestId("disposition")).hasCount(2);
        ScreenChecks.right(ann, name + "-choose");
        ann.locator("#head-more").click();
        ann.getByTestId("close").click();
        assertThat(ann.locator("#conversation > .failure")).containsText(missing);
        ScreenChecks.picture(ann, name + "-missing");

        press(ann, "2");
        assertThat(ann.locator("[data-test=disposition][aria-pressed=true]")).hasCount(1);
        ScreenChecks.right(ann, name + "-chosen");
        ann.locator("#head-more").click();
        ann.getByTestId("close").click();
        assertThat(ann.locator("#head-state")).hasAttribute("data-state", "CLOSING");
        assertThat(ann.locator("#wrap-up")).isHidden();
    }

    @Test
    void administratorsManageDispositionCodes() {
        code("Refund", "退款", 1);
        var alex = signIn("Alex", "zh-TW", 360, ColorScheme.LIGHT, Role.ADMINISTRATOR);
        alex.navigate(parley.url() + "/admin/disposition-codes/new");
        alex.locator("#english").fill("Spam");
        alex.locator("#chinese").fill("垃圾訊息");
        ScreenChecks.rightDayAndNight(alex, "disposition-new-zh-360");
        alex.locator(".sheet button[type=submit], form.column button[type=submit]").first().click();
        assertThat(alex.locator("tbody tr")).hasCount(2);
        ScreenChecks.rightDayAndNight(alex, "dispositions-zh-360");
        alex.setViewportSize(1440, 900);
        ScreenChecks.picture(alex, "dispositions-zh-1440");
        alex.navigate(
                parley.url()
                        + "/admin/workstreams/%s/work-distribution"
                                .formatted(
                                        parley.part(Workstreams.class).defaultWorkstream().id()));
        alex.locator("[name=disposition][value=REQUIRED]").check();
        ScreenChecks.picture(alex, "disposition-rule-zh-1440");
        alex.locator("form.column button[type=submit]").click();
        assertThat(alex.locator("main")).containsText("必填，否則無法結案");
    }

    private void code(String english, String chinese, int position) {
        parley.part(DispositionCodes.class)
                .create(
                        new DispositionCodeDraft(english, chinese, position, true),
                        parley.anyUser());
    }

    private void required() {
        var workstreams = parley.part(Workstreams.class);
        var workstream = workstreams.defaultWorkstream();
        var usual = workstream.distribution();
        workstreams.change(
                workstream.id(),
                workstream.revision(),
                WorkstreamDraft.of(workstream)
                        .withDistribution(
                                new WorkDistribution(
                                        usual.closeWaitingAfter(),
                                        usual.capacity(),
                                        usual.wrapUpBlock(),
                                        usual.presences(),
                                        usual.keepSameAgent(),
                                        DispositionRule.REQUIRED)),
                parley.anyUser());
    }

    private static void press(Page desk, String key) {
        desk.locator("#scroller").focus();
        desk.keyboard().press(key);
    }

    private Page open(String agent, String language, int width, ColorScheme scheme) {
        var desk = signIn(agent, language, width, scheme, Role.AGENT);
        desk.getByTestId("offer-accept").click();
        assertThat(desk.getByTestId("composer")).isVisible();
        return desk;
    }

    private Page signIn(
            String user, String language, int width, ColorScheme scheme, Role... roles) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user(user, roles),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return desk;
    }
}
