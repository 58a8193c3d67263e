package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.identity.Role;
import dev.parley.testing.Pictures;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class ComposingInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final TestCustomer ada;

    ComposingInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        ada = parley.customer("Ada Lin");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-TW, 1440, DARK, 請問還有烏龍茶嗎？, 請問要哪一種包裝？, 小包, 大包",
        "en-US, 360, DARK, Do you still have oolong?, Which size?, Small, Large"
    })
    void aQuestionIsQuotedAnsweredWithChoicesFilesAndAReaction(
            String language,
            int width,
            ColorScheme scheme,
            String question,
            String reply,
            String small,
            String large) {
        ada.writes("Hello");
        var asked = ada.writes(question);
        var desk = open(language, width, scheme);
        var name = "%s-%d-%s".formatted(language, width, scheme);
        var entry = entries(desk).last();

        loves(desk, entry, asked, name);
        entry.locator("[data-do=answer]").focus();
        desk.keyboard().press("Enter");
        desk.keyboard().type(reply);
        offers(desk, small, large);
        attachesTwoFiles(desk);
        ScreenChecks.picture(desk, name + "-composing");
        ScreenChecks.legible(desk);
        desk.getByTestId("composer-send").click();

        parley.until("Ada hears it all", () -> ada.received().size() == 3);
        assertThat(ada.lastHeard().path("text").asString()).isEqualTo(reply);
        assertThat(ada.lastHeard().path("replyTo").asString()).isEqualTo(asked);
        assertThat(ada.lastHeard().path("quickReplies")).hasSize(2);
        assertThat(entries(desk)).hasCount(5);
        assertThat(uploads(desk)).hasCount(0);
        assertThat(desk.locator(".entry.pending")).hasCount(0);
        assertThat(desk.getByTestId("composer")).hasValue("");
        ada.takes(large);
        assertThat(entries(desk)).hasCount(6);
        isCalm(desk);
        ScreenChecks.picture(desk, name + "-composed");
        ScreenChecks.legible(desk);
    }

    /// By keyboard alone.
    private void loves(Page desk, Locator entry, String asked, String name) {
        entry.locator("[data-do=react]").focus();
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#reaction-menu")).isVisible();
        ScreenChecks.picture(desk, name + "-reacting");
        desk.keyboard().press("ArrowRight");
        desk.keyboard().press("ArrowLeft");
        desk.keyboard().press("Enter");
        parley.until("Ada sees the reaction", () -> ada.reactionTo(asked).equals("love"));
        assertThat(desk.locator("[data-ours=LOVE]:not(.pending)")).hasCount(1);
        assertThat(entry.locator("[data-do=react]")).isFocused();
    }

    private void offers(Page desk, String small, String large) {
        desk.getByTestId("reply-buttons").click();
        desk.keyboard().type(small);
        desk.keyboard().press("Enter");
        desk.keyboard().type(large);
        desk.keyboard().press("Enter");
    }

    private void attachesTwoFiles(Page desk) {
        attach(desk, "menu.png", "image/png", Pictures.picture(640, 420));
        attach(desk, "菜單與價目表 price list 2026.pdf", "application/pdf", "%PDF-1.4".getBytes(UTF_8));
        assertThat(uploads(desk)).hasCount(2);
        assertThat(desk.locator(".upload.under-way")).hasCount(0);
        isCalm(desk);
    }

    @Test
    void aPictureIsPastedAndAFileDropped() {
        ada.writes("Hello");
        var desk = open("en-US", 1440, ColorScheme.LIGHT);
        var picture = transfer(desk, "image.png", "image/png", Pictures.picture(200, 100));
        desk.getByTestId("composer")
                .evaluate(
                        "(field, data) => field.dispatchEvent(new ClipboardEvent('paste',"
                                + " { clipboardData: data, bubbles: true, cancelable: true }))",
                        picture);
        assertThat(uploads(desk)).hasCount(1);

        var text = transfer(desk, "notes.txt", "text/plain", "Oolong".getBytes(UTF_8));
        drag(desk, "dragover", text);
        assertThat(desk.locator(".drop-here")).isVisible();
        ScreenChecks.picture(desk, "dropping");
        drag(desk, "drop", text);
        assertThat(desk.locator(".drop-here")).isHidden();
        assertThat(uploads(desk)).hasCount(2);
        assertThat(desk.locator("[data-test=upload][data-file]")).hasCount(2);

        desk.getByTestId("composer").focus();
        desk.keyboard().press("Enter");
        parley.until("Ada has both", () -> ada.received().size() == 2);
        assertThat(ada.lastFile()).isEqualTo("Oolong".getBytes(UTF_8));
    }

    @Test
    void anUploadIsCancelledOrRetriedAndTheTextStays() {
        ada.writes("Hello");
        var desk = open("en-US", 1440, ColorScheme.LIGHT);
        desk.getByTestId("composer").fill("Here it is");
        desk.route("**/files", route -> {});
        attach(desk, "slow.txt", "text/plain", "slow".getBytes(UTF_8));
        assertThat(desk.locator(".upload.under-way")).hasCount(1);
        desk.getByTestId("composer").press("Enter");
        assertThat(desk.locator("#reply-error")).containsText("still being uploaded");
        desk.locator(".upload [data-do=discard]").click();
        assertThat(uploads(desk)).hasCount(0);

        desk.unroute("**/files");
        desk.route("**/files", route -> route.abort());
        attach(desk, "lost.txt", "text/plain", "lost and found".getBytes(UTF_8));
        assertThat(desk.locator(".upload.failed")).containsText("connection was lost");
        attach(desk, "setup.exe", "application/x-msdownload", "MZ".getBytes(UTF_8));
        desk.unroute("**/files");
        ScreenChecks.picture(desk, "upload-failed");
        desk.locator("[data-do=upload-again]:visible").first().click();
        assertThat(desk.locator("[data-test=upload][data-file]")).hasCount(1);
        desk.locator(".upload.failed [data-do=discard]").click();
        assertThat(desk.getByTestId("composer")).hasValue("Here it is");

        desk.reload();
        assertThat(desk.locator("[data-test=upload][data-file]")).hasCount(1);
        assertThat(desk.getByTestId("composer")).hasValue("Here it is");
        desk.getByTestId("composer").press("Enter");
        parley.until("Ada hears", () -> ada.received().equals(List.of("", "Here it is")));
    }

    @Test
    void aFailedReactionIsShownAtTheMessage() {
        ada.writes("Good bye");
        var desk = open("en-US", 1440, ColorScheme.LIGHT);
        ada.blocksThePage();

        entries(desk).last().locator("[data-do=react]").focus();
        desk.keyboard().press("Enter");
        desk.locator("[data-reaction=SAD]").click();

        assertThat(desk.getByTestId("reaction-error")).containsText("Reaction not sent");
        ScreenChecks.picture(desk, "reaction-failed");
    }

    private Page open(String language, int width, ColorScheme scheme) {
        var page =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Ann", Role.AGENT),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.getByTestId("offer-accept").click();
        assertThat(page.getByTestId("composer")).isVisible();
        return page;
    }

    /// Every picture is loaded, and no region has an open request.
    private static void isCalm(Page desk) {
        for (var image : desk.locator("img").all()) {
            assertThat(image).hasJSProperty("complete", true);
        }
        assertThat(desk.locator(".htmx-request")).hasCount(0);
    }

    private static void attach(Page desk, String name, String type, byte[] content) {
        desk.locator("#attach").setInputFiles(new FilePayload(name, type, content));
    }

    private static JSHandle transfer(Page desk, String name, String type, byte[] content) {
        return desk.evaluateHandle(
                """
                ([name, type, content]) => {
                    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                    const data = new DataTransfer();
                    data.items.add(new File([bytes], name, { type }));
                    return data;
                }
                """,
                List.of(name, type, Base64.getEncoder().encodeToString(content)));
    }

    private static void drag(Page desk, String what, JSHandle data) {
        desk.locator("#timeline")
                .evaluate(
                        "(place, [what, data]) => place.dispatchEvent(new DragEvent(what,"
                                + " { dataTransfer: data, bubbles: true, cancelable: true }))",
                        List.of(what, data));
    }

    private static Locator uploads(Page desk) {
        return desk.getByTestId("upload");
    }

    private static Locator entries(Page desk) {
        return desk.locator("[data-test=entry][data-message]");
    }
}
