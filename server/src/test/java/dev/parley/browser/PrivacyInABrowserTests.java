package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.identity.Role;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The monitoring notice before the desk, a transcript, and a customer who is blocked.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class PrivacyInABrowserTests {
    private static final String LONG =
            "Conversations and working times are recorded for training and quality. ".repeat(6);

    private final TestParley parley;
    private final Windows windows;

    PrivacyInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, LIGHT, pdf", "zh-TW, 360, DARK, txt"})
    void anAgentAcknowledgesDownloadsAndBlocks(
            String language, int width, ColorScheme scheme, String format) throws IOException {
        var shots = "privacy-%s-%d-".formatted(language, width);
        var alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        settings(alex);
        var ada = parley.customer("Ada Lin 林雅婷");
        ada.writes("請問我的包裹寄丟了嗎？ Card 4111 1111 1111 1111 🙂");
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Ann", Role.AGENT, Role.SUPERVISOR),
                        language,
                        width,
                        width < 500 ? 760 : 900);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(desk.getByTestId("notice")).isVisible();
        ScreenChecks.right(desk, shots + "notice");
        desk.getByTestId("acknowledge").press("Enter");
        desk.getByTestId("offer-accept").click();
        desk.getByTestId("composer").fill("明天會到。");
        desk.keyboard().press("Enter");
        parley.until("Ada hears it", () -> ada.received().equals(List.of("明天會到。")));

        desk.getByTestId("more").click();
        ScreenChecks.picture(desk, shots + "menu");
        desk.getByTestId("transcript").click();
        desk.locator("#transcript input[value=%s]".formatted(format)).check();
        ScreenChecks.right(desk, shots + "transcript");
        var file = desk.waitForDownload(() -> desk.getByTestId("download").click());
        assertThat(file.suggestedFilename()).matches("conversation-\\d+\\." + format);
        var kept = Path.of("target", "screenshots", shots + "transcript." + format);
        file.saveAs(kept);
        assertThat(Files.size(kept)).isPositive();
        assertThat(desk.locator("#transcript")).isHidden();

        desk.locator("#head h1").click();
        desk.keyboard().press("b");
        desk.locator("#block-reason").fill("She insults us 辱罵");
        ScreenChecks.right(desk, shots + "block");
        desk.getByTestId("block-now").click();
        assertThat(desk.getByTestId("blocked")).isVisible();
        ada.writes("Do you hear me?");
        assertThat(desk.locator(".entry").last()).containsText("Do you hear me?");
        ScreenChecks.right(desk, shots + "blocked");

        desk.navigate(parley.url() + "/supervision/blocked");
        assertThat(desk.locator("tbody tr")).hasCount(1);
        ScreenChecks.right(desk, shots + "list");
        desk.locator("tbody button").click();
        assertThat(desk.locator("tbody tr")).hasCount(0);
        ScreenChecks.picture(desk, shots + "list-empty");

        var admin =
                windows.signIn(
                        parley.url() + "/admin/monitoring-notice",
                        new TestParley.Login(alex.signInName(), TestParley.PASSWORD),
                        language,
                        width,
                        900);
        admin.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(admin.locator("tbody tr")).hasCount(1);
        ScreenChecks.right(admin, shots + "monitoring");
        admin.locator("#chinese").fill("");
        admin.locator("button[type=submit].primary").click();
        assertThat(admin.locator("#chinese-problem")).isVisible();
        admin.navigate(parley.url() + "/admin/transcripts");
        ScreenChecks.right(admin, shots + "setting");
    }

    private static void settings(Desk alex) {
        var notice = Map.of("english", LONG, "chinese", "交談與工作時間會留存紀錄。\n僅供品質與訓練使用。", "number", "0");
        assertThat(alex.post("/admin/monitoring-notice", notice).statusCode()).isEqualTo(303);
    }
}
