package dev.parley.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.parley.browser.Chromium;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Typing with an input method, and the errors shown for refused requests.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class TypingTests {
    private Playwright playwright;
    private Browser browser;
    private SampleDeskServer desk;
    private Page page;

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
        page = browser.newContext(new NewContextOptions().setViewportSize(1440, 860)).newPage();
    }

    @AfterEach
    void close() {
        page.context().close();
        desk.close();
    }

    /// The order in which a browser reports that Enter confirmed a word.
    enum Order {
        CHROME,
        FIREFOX,
        SAFARI,
        SAFARI_WITHOUT_CODE
    }

    @ParameterizedTest
    @EnumSource
    void confirmingAWordSendsNothing(Order order) {
        show("full");
        composer().fill("茶");
        composer().focus();
        confirms(order, "#reply-text", "Enter");

        assertThat(composer()).hasValue("茶");
        assertThat(replies()).isEmpty();
        composer().press("Enter");
        assertThat(composer()).hasValue("");
        page.waitForCondition(() -> replies().size() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void confirmingAWordAddsNoReplyButton(Order order) {
        show("full");
        page.locator("[data-test=reply-buttons]").click();
        page.locator("#reply-button").fill("小包");
        confirms(order, "#reply-button", "Enter");

        assertThat(page.locator("#composer-reply-buttons li")).hasCount(0);
        page.locator("#reply-button").press("Enter");
        assertThat(page.locator("#composer-reply-buttons li")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource
    void closingTheCandidatesClosesNothingElse(Order order) {
        show("full");
        composer().focus();
        confirms(order, "#reply-text", "Escape");

        assertThat(composer()).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"j", "a", "d", "r", "e", "p", "t", "i", "?", "g"})
    void anInputMethodKeyIsNoShortcut(String key) {
        show("offer");
        page.evaluate(
                """
                key => document.body.dispatchEvent(new KeyboardEvent('keydown',
                    { key, keyCode: 229, bubbles: true, cancelable: true, composed: true }))
                """,
                key);

        assertThat(page.locator("[data-test=offer]")).hasCount(1);
        assertThat(desk.posts()).isEmpty();
        assertThat(page.locator("#shortcuts")).isHidden();
        assertThat((Boolean) page.evaluate("document.activeElement === document.body")).isTrue();
    }

    @Test
    void aRealCompositionIsConfirmedAndThenSent() {
        show("full");
        composer().focus();
        var devTools = page.context().newCDPSession(page);
        compose(devTools, "ㄔ");
        compose(devTools, "茶");
        key(devTools, "rawKeyDown", 229);
        var text = new JsonObject();
        text.addProperty("text", "茶");
        devTools.send("Input.insertText", text);
        key(devTools, "keyUp", 13);

        assertThat(composer()).hasValue("茶");
        assertThat(replies()).isEmpty();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> replies().size() == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, You don’t have permission",
        "404, no longer exists",
        "409, Someone else changed this",
        "413, too large",
        "429, Too many requests",
        "503, busy or restarting",
        "500, went wrong on the server",
        "418, could not read this request"
    })
    void aRegionThatFailsToLoadShowsTheReason(int status, String why) {
        show("full");
        desk.failsWith(status);
        desk.sendEvent("conversation-" + Scene.ADA);

        var told = page.locator("#conversation > .failure");
        assertThat(told).containsText(why);
        var mayPass = List.of(429, 500, 503).contains(status);
        assertThat(told.locator("button")).hasCount(mayPass ? 1 : 0);
        ends();
        assertThat(told).containsText(why);
        desk.failsWith(0);
        if (mayPass) {
            // not with the mouse: by now the page may have tried again by itself
            page.evaluate("document.querySelector('.failure button')?.click()");
        } else {
            page.evaluate("htmx.trigger(document.body, 'reconnected')");
        }
        ends();
        page.waitForCondition(() -> desk.posts().stream().anyMatch(each -> each.contains("/end")));
        assertThat(told).isHidden();
    }

    private void ends() {
        page.locator("[data-test=more]").click();
        page.locator("[data-test=end]").click();
    }

    @Test
    void failuresInTheRailAreShownToo() {
        show("full");
        page.route("**/desk/presence", route -> route.abort());
        page.locator("[data-test=presence]").click();
        page.locator("#presence-menu [data-presence=BUSY]").click();

        assertThat(page.locator("#failure")).containsText("could not be reached");
        page.unroute("**/desk/presence");
        page.locator("[data-test=presence]").click();
        page.locator("#presence-menu [data-presence=BUSY]").click();
        assertThat(page.locator("#failure")).isHidden();
    }

    @Test
    void aConnectionWithoutHeartbeatsIsReopened() {
        page.clock().install();
        show("full");
        assertThat(page.locator("#connection[data-state=up]")).hasCount(1);
        page.clock().fastForward(15_000);
        desk.beat();
        page.waitForFunction("() => true");
        page.clock().fastForward(15_000);
        assertThat(page.locator("#connection")).isHidden();
        desk.show(desk.scene().saying(Scene.question(desk.scene().now(), "Still there?")));
        page.clock().fastForward(15_000);
        assertThat(page.locator("[data-test=entry]").last()).containsText("Still there?");
        assertThat(page.locator("#connection")).isHidden();
    }

    @Test
    void theBrowsersOnlineStateIsUsed() {
        page.clock().install();
        show("full");
        assertThat(page.locator("#connection[data-state=up]")).hasCount(1);
        page.evaluate("dispatchEvent(new Event('offline'))");
        assertThat(page.locator("#connection")).containsText("Connection lost");
        desk.show(desk.scene().saying(Scene.question(desk.scene().now(), "Still there?")));
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.locator("#connection")).isHidden();
        assertThat(page.locator("[data-test=entry]").last()).containsText("Still there?");
    }

    private void confirms(Order order, String field, String key) {
        page.evaluate(
                """
                ([field, key, order]) => {
                    const target = document.querySelector(field);
                    const init = { bubbles: true, cancelable: true, composed: true };
                    const down = more => target.dispatchEvent(
                        new KeyboardEvent('keydown', { ...init, key, code: key, ...more }));
                    const compose = kind => target.dispatchEvent(
                        new CompositionEvent(kind, { ...init, data: '茶' }));
                    compose('compositionstart');
                    compose('compositionupdate');
                    if (order === 'CHROME') {
                        down({ key: 'Process', keyCode: 229, isComposing: true });
                        compose('compositionend');
                    } else if (order === 'FIREFOX') {
                        down({ keyCode: 13, isComposing: true });
                        compose('compositionend');
                    } else if (order === 'SAFARI') {
                        compose('compositionend');
                        down({ keyCode: 229, isComposing: false });
                    } else {
                        const pressed = new KeyboardEvent('keydown',
                            { ...init, key, code: key, keyCode: 13 });
                        compose('compositionend');
                        target.dispatchEvent(pressed);
                    }
                    target.dispatchEvent(
                        new KeyboardEvent('keyup', { ...init, key, code: key, keyCode: 13 }));
                }
                """,
                List.of(field, key, order.name()));
    }

    private static void compose(CDPSession devTools, String text) {
        var composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devTools.send("Input.imeSetComposition", composition);
    }

    private static void key(CDPSession devTools, String type, int code) {
        var key = new JsonObject();
        key.addProperty("type", type);
        key.addProperty("key", "Enter");
        key.addProperty("code", "Enter");
        key.addProperty("windowsVirtualKeyCode", code);
        devTools.send("Input.dispatchKeyEvent", key);
    }

    private List<String> replies() {
        return desk.posts().stream().filter(each -> each.contains("/replies")).toList();
    }

    private void show(String scene) {
        page.navigate(desk.address() + "/scene/" + scene + "/en");
        page.waitForCondition(desk::listening);
    }

    private Locator composer() {
        return page.locator("[data-test=composer]");
    }
}
