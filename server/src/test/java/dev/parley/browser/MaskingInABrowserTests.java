package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An administrator tries out a masking rule, and agents see its effect.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class MaskingInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    MaskingInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void aRuleIsTriedOutSavedAndApplied(String language, int width) {
        var shots = "masking-%s-%d-".formatted(language, width);
        var ada = parley.customer("Ada Lin");
        ada.writes("MB12345678, 4111 1111 1111 1111");
        var admin =
                windows.signIn(
                        parley.url() + "/admin/masking",
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);
        assertThat(admin.locator("tbody tr")).hasCount(3);
        admin.locator("#sample").fill("卡號 4111-1111-1111-1111，A123456789");
        admin.locator("#test button").click();
        assertThat(admin.getByTestId("masked")).hasText("卡號 ###################，##########");
        ScreenChecks.rightDayAndNight(admin, shots + "list");

        admin.locator(".sheet-head a").click();
        admin.locator("#name").fill("Members 會員");
        admin.locator("#expression").fill("MB[0-9");
        admin.locator("#sample").fill("MB12345678");
        admin.getByTestId("try-out").click();
        assertThat(admin.locator("#expression-problem")).isVisible();
        ScreenChecks.right(admin, shots + "flaw");
        admin.locator("#expression").fill("MB[0-9]+");
        admin.getByTestId("try-out").click();
        assertThat(admin.getByTestId("masked")).hasText("##########");
        ScreenChecks.rightDayAndNight(admin, shots + "form");
        admin.locator("#name").press("Enter");
        assertThat(admin.locator("tbody tr")).hasCount(4);

        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Ann", Role.AGENT),
                        language,
                        width,
                        760);
        assertThat(desk.locator("#worklist")).containsText("##########, ####");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator(".entry").last()).containsText("##########, ####");
        ScreenChecks.picture(desk, shots + "desk");
    }
}
