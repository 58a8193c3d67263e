package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.Labelled.button;
import static dev.parley.browser.Labelled.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An administrator creates a queue and a workstream, and sets up a page in it, with the labels of
/// the seed page; then a customer's message is routed by them.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class WorkstreamsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private String tongue = "";
    private String shots = "";

    WorkstreamsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void aWorkstreamIsCreatedAndAPageSetUpInIt(String language, int width) {
        tongue = language;
        shots = "%s-%d".formatted(language, width);
        var ann = parley.agent("Ann");
        parley.agent("Ben").setPresence("AWAY");
        var window =
                windows.signIn(
                        parley.url() + "/admin",
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);

        createsAQueue(window);
        createsAWorkstream(window);
        setsUpFacebook(window);
        setsWorkDistribution(window);

        var ada = parley.customer("Ada").at(parley.secondPage());
        ada.writes("Hello");
        ann.accepts(ada);
        assertThat(ann.region("customer")).contains("Tea experts");

        deletesEverything(window);
    }

    private void createsAQueue(Page window) {
        link(window, say(Label.QUEUES)).click();
        looksRight(window, "queues");
        link(window, say(Label.NEW_QUEUE)).click();
        button(window, say(Label.CREATE)).click();
        assertThat(window.locator("#name-problem")).isVisible();
        window.locator("#name").fill("Tea experts");
        window.locator("#find").fill("ann");
        window.getByLabel("Ann ann").check();
        looksRight(window, "queue-new");
        button(window, say(Label.CREATE)).click();
        assertThat(window.getByRole(AriaRole.STATUS).first()).isVisible();
        assertThat(window.getByLabel("Ann ann")).isChecked();
        looksRight(window, "queue");
    }

    private void createsAWorkstream(Page window) {
        link(window, say(Label.WORKSTREAMS)).click();
        looksRight(window, "workstreams");
        link(window, say(Label.NEW_WORKSTREAM)).click();
        window.locator("#name").fill("Tea");
        button(window, say(Label.CREATE)).click();
        assertThat(window.locator("#mode-problem")).isVisible();
        looksRight(window, "workstream-new");
        assertThat(window.locator("#name")).hasValue("Tea");
        window.locator("input[name=mode][value=PUSH]").check();
        window.locator("#queue").selectOption(new SelectOption().setLabel("Tea experts"));
        button(window, say(Label.CREATE)).click();
        assertThat(window.locator("h1")).hasText("Tea");
        looksRight(window, "workstream-empty");
    }

    private void setsUpFacebook(Page window) {
        link(window, say(Label.SET_UP_FACEBOOK)).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(say(Label.FACEBOOK_PAGE));
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator("#page-problem")).isVisible();
        looksRight(window, "set-up-page");
        assertThat(window.locator("input[value='%s']".formatted(parley.page()))).hasCount(0);
        window.locator("input[value='%s']".formatted(parley.secondPage())).check();
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(say(Label.LANGUAGE));
        window.locator("#language").selectOption("zh-TW");
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(say(Label.BEHAVIORS));
        var message = window.locator("#filesRefused");
        assertThat(message).hasAttribute("placeholder", Pattern.compile("無法接收檔案"));
        message.fill("長".repeat(501));
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator("#filesRefused-problem")).isVisible();
        looksRight(window, "set-up-behaviors");
        message.fill("請改用文字告訴我們");
        isAskedBeforeLeaving(window);
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(say(Label.USER_FEATURES));
        window.locator("input[name=customerFiles][value=true]").check();
        window.locator("input[name=messageTag][value=true]").check();
        looksRight(window, "set-up-features");
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(say(Label.SUMMARY));
        assertThat(window.locator(".customer-text")).hasText("請改用文字告訴我們");
        looksRight(window, "set-up-summary");
        link(window, say(Label.BACK)).click();
        assertThat(window.locator("input[name=customerFiles][value=true]")).isChecked();
        button(window, say(Label.NEXT)).click();
        button(window, say(Label.CREATE)).click();
        assertThat(window.locator("#channel tbody tr")).hasCount(1);
        looksRight(window, "workstream");
        window.locator("#channel tbody a").click();
        assertThat(window.locator("#language")).hasValue("zh-TW");
        assertThat(window.locator("input[name=agentFiles][value=false]")).isChecked();
        window.locator("input[name=agentFiles][value=true]").check();
        button(window, say(Label.SAVE)).click();
        assertThat(window.locator(".notice.positive")).isVisible();
        looksRight(window, "instance");
        assertThat(window.locator("input[name=agentFiles][value=true]")).isChecked();
        link(window, say(Label.BACK)).click();
    }

    private void isAskedBeforeLeaving(Page window) {
        var asked = new ArrayList<String>();
        window.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        window.locator(".wizard-end a.quiet").click();
        assertThat(asked).containsExactly("beforeunload");
        assertThat(window.locator("#filesRefused")).hasValue("請改用文字告訴我們");
    }

    private void setsWorkDistribution(Page window) {
        window.locator("#work-distribution a").click();
        assertThat(window.locator("h1")).hasText(say(Label.WORK_DISTRIBUTION));
        window.locator("#capacity").fill("0");
        window.locator("input[name=block][value=CUSTOM]").check();
        window.locator("#minutes").fill("61");
        button(window, say(Label.SAVE)).click();
        assertThat(window.locator("#capacity-problem")).isVisible();
        assertThat(window.locator("#minutes-problem")).isVisible();
        looksRight(window, "work-distribution");
        window.locator("#capacity").fill("50");
        window.locator("#minutes").fill("10");
        button(window, say(Label.SAVE)).click();
        assertThat(window.locator("#work-distribution")).containsText("50");
    }

    private void deletesEverything(Page window) {
        link(window, say(Label.WORKSTREAMS)).click();
        link(window, "Tea").click();
        window.locator("summary").last().click();
        assertThat(window.locator(".blockers li")).hasCount(1);
        looksRight(window, "workstream-blockers");
        window.locator(".blockers a").click();
        window.locator("summary").last().click();
        window.locator(".confirm[open] button").click();
        assertThat(window.locator("#channel .empty")).isVisible();
        window.locator("summary").last().click();
        window.locator(".confirm[open] button").click();
        assertThat(window.locator("tbody tr")).hasCount(1);
    }

    private void looksRight(Page window, String what) {
        var picture = "workstreams-%s-%s".formatted(what, shots);
        if (shots.endsWith("360")) {
            ScreenChecks.rightDayAndNight(window, picture);
        } else {
            ScreenChecks.right(window, picture);
        }
    }

    private String say(Label label) {
        return label.in(tongue);
    }
}
