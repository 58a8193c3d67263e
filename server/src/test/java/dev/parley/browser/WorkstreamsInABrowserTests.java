package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.parley.house.House;
import dev.parley.house.Stage;
import dev.parley.identity.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An administrator makes a queue and a workstream, and sets a page up in it, with the words of the
/// seed page; then a customer's message takes that way.
@ExtendWith(Stage.class)
class WorkstreamsInABrowserTests {
    private final House house;
    private final Chromium chromium = new Chromium();
    private String shots = "";

    WorkstreamsInABrowserTests(House house) {
        this.house = house;
    }

    @AfterEach
    void leave() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 1440", "zh-TW, 360"})
    void aWorkstreamIsMadeAndAPageSetUpInIt(String language, int width) {
        var words = language.equals("zh-TW") ? Words.CHINESE : Words.ENGLISH;
        shots = "%s-%d".formatted(language, width);
        var ann = house.agent("Ann");
        house.agent("Ben").says("AWAY");
        var window = signIn(language, width);

        makesAQueue(window, words);
        makesAWorkstream(window, words);
        setsUpFacebook(window, words);
        sharesOutWork(window, words);

        var ada = house.customer("Ada").at(house.secondPage());
        ada.writes("Hello");
        ann.accepts(ada);
        assertThat(ann.region("customer")).contains("Tea experts");

        takesItDown(window, words);
    }

    private void makesAQueue(Page window, Words words) {
        window.navigate(house.url() + "/admin");
        link(window, words.queues).click();
        looksRight(window, "queues");
        link(window, words.newQueue).click();
        button(window, words.create).click();
        assertThat(window.locator("#name-problem")).isVisible();
        window.locator("#name").fill("Tea experts");
        window.locator("#find").fill("ann");
        window.getByLabel("Ann ann").check();
        looksRight(window, "queue-new");
        button(window, words.create).click();
        assertThat(window.getByRole(AriaRole.STATUS).first()).isVisible();
        assertThat(window.getByLabel("Ann ann")).isChecked();
        looksRight(window, "queue");
    }

    private void makesAWorkstream(Page window, Words words) {
        link(window, words.workstreams).click();
        looksRight(window, "workstreams");
        link(window, words.newWorkstream).click();
        window.locator("#name").fill("Tea");
        button(window, words.create).click();
        assertThat(window.locator("#mode-problem")).isVisible();
        looksRight(window, "workstream-new");
        assertThat(window.locator("#name")).hasValue("Tea");
        window.locator("input[name=mode][value=PUSH]").check();
        window.locator("#queue").selectOption(new SelectOption().setLabel("Tea experts"));
        button(window, words.create).click();
        assertThat(window.locator("h1")).hasText("Tea");
        looksRight(window, "workstream-empty");
    }

    private void setsUpFacebook(Page window, Words words) {
        link(window, words.setUp).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(words.page);
        button(window, words.next).click();
        assertThat(window.locator("#page-problem")).isVisible();
        looksRight(window, "set-up-page");
        assertThat(window.locator("input[value='%s']".formatted(house.page()))).hasCount(0);
        window.locator("input[value='%s']".formatted(house.secondPage())).check();
        button(window, words.next).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(words.language);
        window.locator("#language").selectOption("zh-TW");
        button(window, words.next).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(words.behaviors);
        var message = window.locator("#filesRefused");
        assertThat(message).hasAttribute("placeholder", Pattern.compile("無法接收檔案"));
        message.fill("長".repeat(501));
        button(window, words.next).click();
        assertThat(window.locator("#filesRefused-problem")).isVisible();
        looksRight(window, "set-up-behaviors");
        message.fill("請改用文字告訴我們");
        button(window, words.next).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(words.features);
        window.locator("input[name=customerFiles][value=true]").check();
        window.locator("input[name=messageTag][value=true]").check();
        looksRight(window, "set-up-features");
        button(window, words.next).click();
        assertThat(window.locator(".wizard-page h2").first()).hasText(words.summary);
        assertThat(window.locator(".said")).hasText("請改用文字告訴我們");
        looksRight(window, "set-up-summary");
        link(window, words.back).click();
        assertThat(window.locator("input[name=customerFiles][value=true]")).isChecked();
        button(window, words.next).click();
        button(window, words.create).click();
        assertThat(window.locator("#channel tbody tr")).hasCount(1);
        looksRight(window, "workstream");
        window.locator("#channel tbody a").click();
        assertThat(window.locator("#language")).hasValue("zh-TW");
        assertThat(window.locator("input[name=agentFiles][value=false]")).isChecked();
        window.locator("input[name=agentFiles][value=true]").check();
        button(window, words.save).click();
        assertThat(window.locator(".notice.positive")).isVisible();
        looksRight(window, "instance");
        assertThat(window.locator("input[name=agentFiles][value=true]")).isChecked();
        link(window, words.back).click();
    }

    private void sharesOutWork(Page window, Words words) {
        window.locator("#work-distribution a").click();
        assertThat(window.locator("h1")).hasText(words.workDistribution);
        window.locator("#capacity").fill("0");
        window.locator("input[name=block][value=CUSTOM]").check();
        window.locator("#minutes").fill("61");
        button(window, words.save).click();
        assertThat(window.locator("#capacity-problem")).isVisible();
        assertThat(window.locator("#minutes-problem")).isVisible();
        looksRight(window, "work-distribution");
        window.locator("#capacity").fill("50");
        window.locator("#minutes").fill("10");
        button(window, words.save).click();
        assertThat(window.locator("#work-distribution")).containsText("50");
    }

    private void takesItDown(Page window, Words words) {
        link(window, words.workstreams).click();
        link(window, "Tea").click();
        window.locator("summary").last().click();
        assertThat(window.locator(".in-the-way li")).hasCount(1);
        looksRight(window, "workstream-in-the-way");
        window.locator(".in-the-way a").click();
        window.locator("summary").last().click();
        window.locator(".confirm[open] button").click();
        assertThat(window.locator("#channel .empty")).isVisible();
        window.locator("summary").last().click();
        window.locator(".confirm[open] button").click();
        assertThat(window.locator("tbody tr")).hasCount(1);
    }

    private static Locator link(Page window, String words) {
        return window.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private static Locator button(Page window, String words) {
        return window.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private void looksRight(Page window, String what) {
        var picture = "streams-%s-%s".formatted(what, shots);
        Chromium.picture(window, picture);
        assertThat(window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(picture + " fits")
                .isEqualTo(true);
        assertThat(
                        new AxeBuilder(window)
                                .analyze().getViolations().stream()
                                        .filter(one ->
                                                "serious".equals(one.getImpact())
                                                        || "critical".equals(one.getImpact()))
                                        .toList())
                .as(picture)
                .isEmpty();
        if (shots.endsWith("360")) {
            window.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Chromium.picture(window, picture + "-dark");
            window.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    private Page signIn(String language, int width) {
        var login = house.user("Alexandra", Role.ADMINISTRATOR);
        var window = chromium.window(language, width, 900);
        window.navigate(house.url() + "/sign-in");
        window.locator("input[name=name]").fill(login.signInName());
        window.locator("input[name=password]").fill(login.password());
        window.locator("button[type=submit]").first().click();
        window.waitForURL(address -> !address.contains("/sign-in"));
        return window;
    }

    /// What stands on the screen; what the seed page names is as it is there.
    private record Words(
            String workstreams,
            String newWorkstream,
            String queues,
            String newQueue,
            String setUp,
            String page,
            String language,
            String behaviors,
            String features,
            String summary,
            String workDistribution,
            String create,
            String save,
            String next,
            String back) {
        static final Words ENGLISH =
                new Words(
                        "Workstreams",
                        "New workstream",
                        "Queues",
                        "New queue",
                        "Set up Facebook",
                        "Facebook page",
                        "Language",
                        "Behaviors",
                        "User features",
                        "Summary",
                        "Work distribution",
                        "Create",
                        "Save",
                        "Next",
                        "Back");
        static final Words CHINESE =
                new Words(
                        "工作流",
                        "新增工作流",
                        "佇列",
                        "新增佇列",
                        "設定 Facebook",
                        "Facebook 頁面",
                        "語言",
                        "行為",
                        "使用者功能",
                        "摘要",
                        "工作發佈",
                        "建立",
                        "儲存",
                        "下一步",
                        "返回");
    }
}
