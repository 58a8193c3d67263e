package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.platform.Ids;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Searching at the desk, and the command palette, by keyboard.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class SearchInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    SearchInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @AfterEach
    void conversationsAreOfferedAgain() {
        parley.database().sql("update workstream set mode = 'PUSH'").update();
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, LIGHT", "zh-TW, 360, LIGHT"})
    void aMessageIsFoundAndShownWhereItWasWritten(String language, int width, ColorScheme scheme) {
        var wanted = history();
        var desk = signIn("Ann " + language + width, language, width);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var name = "-%s-%d".formatted(language, width);

        if (width < 800) {
            desk.locator("#worklist-search").click();
        } else {
            desk.keyboard().press("/");
        }
        var field = desk.getByTestId("search-text");
        assertThat(field).isFocused();
        field.fill("包裹");
        assertThat(desk.getByTestId("search-item")).hasCount(3);
        ScreenChecks.right(desk, "search" + name);
        desk.locator("#search-filters summary").click();
        desk.locator("#search-state").selectOption("CLOSED");
        assertThat(desk.getByTestId("search-nothing")).isVisible();
        ScreenChecks.right(desk, "search-nothing" + name);
        desk.locator("[data-do=search-reset]").click();
        assertThat(desk.getByTestId("search-item")).hasCount(3);
        desk.locator("#search-filters summary").click();
        field.press("ArrowDown");
        desk.keyboard().press("j");
        desk.keyboard().press("j");
        desk.keyboard().press("Enter");

        var entry = desk.locator("#entry-" + wanted);
        assertThat(entry).isInViewport();
        assertThat(entry).containsText("有一個包裹遺失了");
        assertThat(desk).hasURL(Pattern.compile("at=" + wanted));
        ScreenChecks.picture(desk, "search-found" + name);
        ScreenChecks.fits(desk);
        if (width < 800) {
            desk.locator("#head-back").click();
        } else {
            desk.keyboard().press("k");
            desk.keyboard().press("k");
            desk.keyboard().press("Enter");
            assertThat(desk.locator("[id^=entry-]").last()).isInViewport();
        }
        assertThat(desk.getByTestId("search-item")).hasCount(3);
        desk.getByTestId("search-close").click();
        assertThat(desk.locator("#worklist-head")).isVisible();
        assertThat(desk.locator(".failure:visible")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, DARK, End conversation, parcel", "zh-TW, 360, DARK, 結束交談, 包裹"})
    void everythingIsReachedByAFewLetters(
            String language, int width, ColorScheme scheme, String end, String word) {
        history();
        var desk = signIn("Ann " + language + width, language, width);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var name = "-%s-%d".formatted(language, width);

        go(desk, "unassi", "open");
        assertThat(desk.locator("#worklist")).hasAttribute("data-show", "open");
        desk.getByTestId("work-item").locator("a").click();
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "OPEN");
        go(desk, "assign", "assign to me");
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "ACTIVE");

        desk.locator("#reply-text").fill("Half a rep");
        desk.keyboard().press("Control+k");
        assertThat(desk.getByTestId("palette-text")).isFocused();
        assertThat(desk.locator(".palette-option", new Page.LocatorOptions().setHasText("Ada")))
                .hasCount(1);
        ScreenChecks.picture(desk, "palette" + name);
        ScreenChecks.legible(desk);
        desk.getByTestId("palette-text").fill(word);
        assertThat(desk.locator(".palette-option mark").first()).isVisible();
        ScreenChecks.picture(desk, "palette-found" + name);
        ScreenChecks.legible(desk);
        ScreenChecks.fits(desk);
        desk.keyboard().press("Escape");
        assertThat(desk.locator("#reply-text")).isFocused();
        assertThat(desk.locator("#reply-text")).hasValue("Half a rep");

        desk.keyboard().press("Control+k");
        desk.getByTestId("palette-text").fill("zzzzzz");
        assertThat(desk.locator(".palette-option")).hasCount(1);
        desk.keyboard().press("Enter");
        assertThat(desk.getByTestId("search-text")).hasValue("zzzzzz");
        desk.keyboard().press("Escape");
        desk.locator("#scroller").focus();
        desk.keyboard().press("Control+k");
        desk.getByTestId("palette-text").fill("end");
        assertThat(desk.locator(".palette-option[aria-selected=true] > span").first()).hasText(end);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "WRAP_UP");
    }

    @Test
    void offersStayVisibleWhileSearching() {
        var desk = signIn("Ann", "en-US", 1440);
        desk.getByTestId("search").click();
        assertThat(desk.getByTestId("search-text")).isFocused();

        parley.customer("Ada").writes("Hello");

        assertThat(desk.getByTestId("offer")).isVisible();
        assertThat(desk.locator("#offers ~ .work:visible, #worklist-head:visible")).hasCount(0);
        ScreenChecks.right(desk, "search-offer");
        desk.keyboard().press("Control+k");
        desk.getByTestId("palette-text").fill("accept");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#head-state")).hasAttribute("data-state", "ACTIVE");
    }

    private void go(Page desk, String letters, String words) {
        desk.keyboard().press("Control+k");
        desk.getByTestId("palette-text").fill(letters);
        if (desk.locator(".palette-option").count() < 2) {
            desk.getByTestId("palette-text").fill(words);
        }
        desk.keyboard().press("Enter");
    }

    /// {@return the first of three messages, with many after it}
    private UUID history() {
        parley.database().sql("update workstream set mode = 'PICK'").update();
        parley.customer("Ada").writes("Where is my parcel? 我的包裹呢？");
        parley.handled(1);
        var first = Ids.next();
        add(first, "您好，我上星期有一個包裹遺失了，請問可以幫我查詢嗎？", 100);
        for (var message = 1; message <= 90; message++) {
            add(Ids.next(), "Hello, this is message " + message, 100 - message);
        }
        add(Ids.next(), "The 包裹 is back, thank you", 1);
        parley.until(
                "all is indexed", () -> parley.count("select count(*) from search_entry") == 93);
        parley.until(
                "her name is", () -> parley.count("select count(*) from search_customer") == 1);
        return first;
    }

    private void add(UUID id, String text, int minutesAgo) {
        parley.database()
                .sql(
                        """
                        insert into message (id, conversation_id, channel, endpoint, author, kind, text,
                                             sent_at, status)
                        select :id, id, channel, endpoint, 'CUSTOMER', 'TEXT', :text,
                               last_message_at - :ago * interval '1 minute', 'RECEIVED'
                          from conversation
                        """)
                .param("id", id)
                .param("text", text)
                .param("ago", minutesAgo)
                .update();
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
