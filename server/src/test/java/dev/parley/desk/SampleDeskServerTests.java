package dev.parley.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.browser.Chromium;
import dev.parley.browser.ScreenChecks;
import dev.parley.desk.view.DeliveryMark;
import dev.parley.platform.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The desk's screens and scripts, with sample data.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class SampleDeskServerTests {
    private Playwright playwright;
    private Browser browser;
    private SampleDeskServer desk;
    private Page page;
    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    void start() {
        playwright = Playwright.create();
        browser = playwright.chromium().launch(Chromium.options());
    }

    @AfterAll
    void stop() {
        playwright.close();
    }

    @BeforeEach
    void open() throws IOException {
        desk = new SampleDeskServer(0);
        page = newPage(1440, ColorScheme.LIGHT);
    }

    @AfterEach
    void noScriptFailed() {
        page.context().close();
        desk.close();
        assertThat(errors).isEmpty();
    }

    @Test
    void everySceneIsWrittenInBothLanguages() throws IOException {
        var folder = Path.of("target/sample-desk");
        desk.write(folder);
        for (var name : Scene.NAMES) {
            for (var language : Language.values()) {
                var html = Files.readString(folder.resolve(name + "-" + language.tag() + ".html"));
                assertThat(html)
                        .doesNotContainPattern("[>\"]desk\\.[a-z]")
                        .doesNotContain("style=\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "full, en, 1440, LIGHT",
        "full, zh-TW, 360, DARK",
        "failing, en, 1440, DARK",
        "failing, zh-TW, 1440, LIGHT",
        "offer, en, 1440, LIGHT",
        "offer, zh-TW, 360, DARK",
        "away, en, 360, LIGHT",
        "empty, en, 1440, DARK",
        "shut, en, 1000, LIGHT",
        "soon, zh-TW, 1440, DARK",
    })
    void everySceneIsAccessible(String scene, String language, int width, ColorScheme scheme) {
        page.context().close();
        page = newPage(width, scheme);
        page.navigate(desk.address() + "/scene/" + scene + "/" + language);
        page.waitForTimeout(300);
        var found = ScreenChecks.axe(page).analyze().getViolations();
        assertThat(found)
                .as(() ->
                        String.join(
                                "\n",
                                found.stream()
                                        .map(each -> each.getId() + ": " + each.getNodes())
                                        .toList()))
                .isEmpty();
    }

    @Test
    void aReplyIsShownAtOnceAndReplacedByTheRealOne() {
        show("full");
        composer().fill("I call the depot now.");
        composer().press("Enter");
        var sent = page.getByText("I call the depot now.");
        assertThat(sent).hasCount(1);
        assertThat(composer()).hasValue("");
        assertThat(page.locator("[data-test=entry][data-message]").last())
                .containsText("I call the depot now.");
        assertThat(page.locator(".pending")).hasCount(0);
        desk.show(desk.scene().marked(DeliveryMark.READ));
        ringAda();
        assertThat(page.locator("[data-test=entry]").last()).hasAttribute("data-mark", "read");
        assertThat(sent).hasCount(1);
    }

    @Test
    void aRefusedReplyKeepsItsTextBesideTheReason() {
        show("full");
        desk.refuse("The window closed a moment ago.");
        composer().fill("Too late?");
        page.locator("[data-test=composer-send]").click();
        assertThat(page.locator("#reply-error")).hasText("The window closed a moment ago.");
        assertThat(composer()).hasValue("Too late?");
        composer().press("Enter");
        assertThat(page.locator("[data-test=entry][data-message]").last())
                .containsText("Too late?");
        var replies =
                desk.posts().stream()
                        .filter(each -> each.contains("/replies"))
                        .map(each -> each.replaceAll("&draft=.*", ""))
                        .toList();
        assertThat(replies).hasSize(2);
        assertThat(replies.getFirst()).isEqualTo(replies.getLast());
    }

    @Test
    void incomingMessagesDoNotDisturbTypingOrReading() {
        show("full");
        composer().fill("half a sent");
        page.locator("#scroller").evaluate("box => box.scrollTop = 400");
        var reading = page.getByText("Message number 8");
        var before = reading.boundingBox().y;
        desk.show(desk.scene().saying(Scene.question(desk.scene().now(), "One more thing")));
        ringAda();
        assertThat(page.locator("#newer")).hasText("1 new");
        assertThat(composer()).hasValue("half a sent");
        assertThat(composer()).isFocused();
        assertThat(reading.boundingBox().y).isCloseTo(before, within(1.0));
        assertThat(page.locator("#spoken")).containsText("One more thing");
        page.locator("#newer").click();
        assertThat(page.getByText("One more thing").first()).isVisible();
        assertThat(page.locator("#newer")).isHidden();
        page.reload();
        assertThat(composer()).hasValue("half a sent");
    }

    @Test
    void earlierMessagesAreInsertedAboveWithoutAJump() {
        show("full");
        var whole = desk.scene();
        desk.show(whole.lastDayOnly());
        ringAda();
        assertThat(page.getByText("Message number 8")).hasCount(0);
        var reading = page.getByText("Good morning Ada");
        desk.show(whole);
        reading.evaluate("node => node.scrollIntoView({block: 'center'})");
        var before = reading.boundingBox().y;
        page.evaluate("document.querySelector('#timeline-earlier button')?.click()");
        assertThat(page.getByText("Message number 8")).hasCount(1);
        assertThat(reading.boundingBox().y).isCloseTo(before, within(1.0));
        assertThat(page.locator("#timeline > li").first()).hasId("timeline-earlier");
    }

    @Test
    void selectionSurvivesAChangeElsewhere() {
        show("full");
        page.getByText("All arranged.").evaluate("node => getSelection().selectAllChildren(node)");
        desk.show(desk.scene().marked(DeliveryMark.READ));
        ringAda();
        assertThat(page.locator("[data-side=ours]").last()).hasAttribute("data-mark", "read");
        assertThat(page.evaluate("getSelection().toString()"))
                .asString()
                .startsWith("All arranged.");
    }

    @Test
    void anOfferIsAcceptedByKeyAndTheCursorIsInTheComposer() {
        show("offer");
        assertThat(page.locator("[data-test=offer] .ring-seconds")).not().hasText("84");
        page.keyboard().press("a");
        assertThat(composer()).isFocused();
        assertThat(page.locator("[data-test=offer]")).hasCount(0);
        assertThat(page).hasURL(desk.address() + "/desk/conversations/" + Scene.ADA);
        assertThat(desk.posts()).anyMatch(each -> each.contains("/accept"));
    }

    @Test
    void theWholeDeskIsUsableByKeyboard() {
        show("full");
        page.keyboard().press("j");
        assertThat(page.locator(".work-item > a:focus .work-name")).hasText("Ben Wu");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        assertThat(page.locator(".work-item > a:focus .work-name")).hasText("Ben Wu");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk/conversations/.*"));
        page.keyboard().press("r");
        assertThat(composer()).isFocused();
        page.keyboard().press("Escape");
        assertThat(composer()).not().isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#shortcuts")).isHidden();
        page.keyboard().press("e");
        page.waitForCondition(() -> desk.posts().stream().anyMatch(each -> each.contains("/end")));
    }

    @Test
    void goingBackLeadsToALivePage() {
        show("full");
        page.locator("[data-test=work-item] > a").nth(1).click();
        page.waitForURL("**/desk/conversations/*");
        page.keyboard().press("g");
        page.keyboard().press("o");
        page.waitForURL("**/desk/conversations/*?view=open");
        goBackTo("**/desk/conversations/*");
        goBackTo("**/scene/full/en");
        desk.show(desk.scene().saying(Scene.question(desk.scene().now(), "Still there?")));
        ringAda();
        assertThat(page.locator("[data-test=entry]").last()).containsText("Still there?");
        composer().fill("Yes");
        composer().press("Enter");
        assertThat(page.locator("[data-test=entry][data-message]").last()).containsText("Yes");
    }

    private static boolean isLoadedAnew(Page page) {
        try {
            return Boolean.TRUE.equals(
                    page.evaluate("!window.left && document.readyState === 'complete'"));
        } catch (PlaywrightException _) {
            return false;
        }
    }

    /// Goes back in the history, which loads the page again.
    private void goBackTo(String address) {
        page.evaluate("window.left = true");
        page.evaluate("setTimeout(() => history.back())");
        page.waitForURL(address);
        page.waitForCondition(() -> isLoadedAnew(page));
    }

    @Test
    void aFailedActionIsReportedWhereItWasTried() {
        show("full");
        desk.refuse("Another agent ended it.");
        page.locator("[data-test=more]").click();
        page.locator("[data-test=end]").click();
        assertThat(page.locator("#conversation > .failure")).hasText("Another agent ended it.");
    }

    @Test
    void theLengthOfLongTextsIsShown() {
        show("full");
        composer().fill("x".repeat(1950));
        assertThat(page.locator("#reply-count")).hasText("1,950 of 2,000");
        composer().fill("👩‍👩‍👧".repeat(400));
        assertThat(page.locator("#reply-count")).hasText("will be sent as 2 messages");
    }

    @Test
    void presenceIsChosenFromTheRail() {
        show("full");
        page.locator("[data-test=presence]").click();
        page.locator("#presence-menu [data-presence=BUSY]").click();
        page.waitForCondition(() -> desk.posts().contains("/desk/presence presence=BUSY"));
    }

    @Test
    void aLostConnectionIsShown() {
        show("full");
        desk.close();
        assertThat(page.locator("#connection"))
                .isVisible(
                        new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                                .setTimeout(15_000));
        errors.clear();
    }

    private void show(String scene) {
        page.navigate(desk.address() + "/scene/" + scene + "/en");
        page.waitForCondition(desk::listening);
    }

    private void ringAda() {
        desk.sendEvent("conversation-" + Scene.ADA);
    }

    private Locator composer() {
        return page.locator("[data-test=composer]");
    }

    private Page newPage(int width, ColorScheme scheme) {
        var fresh =
                browser.newContext(
                                new NewContextOptions()
                                        .setViewportSize(width, 860)
                                        .setTimezoneId("Asia/Taipei")
                                        .setColorScheme(scheme))
                        .newPage();
        fresh.onPageError(errors::add);
        fresh.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().matches(".*status of (404|422).*")) {
                errors.add(message.text());
            }
        });
        return fresh;
    }
}
