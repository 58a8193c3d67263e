package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.inbox.DeadLetters;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The screens for operators when something fails, on a large and a small screen.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class OperationsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    OperationsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440", "en-US, 360"})
    void problemsCanBeReadAndFixedOnAnyScreen(String language, int width) {
        var meta = new Meta(parley);
        for (var number = 1; number <= 3; number++) {
            meta.posts(
                    meta.text("2401", "m_" + number, "Hello", 1_795_000_000_000L)
                            .replace(parley.page(), "99900099" + number));
        }
        meta.posts("{\"object\":\"group\"}");
        aTokenExpires();
        var letter = parley.part(DeadLetters.class).waiting().getLast().id();
        var window =
                windows.signIn(
                        parley.url() + "/admin",
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);

        looksRight(window, "/admin/traffic", "traffic-%s-%d".formatted(language, width));
        looksRight(window, "/admin/dead-letters", "dead-letters-%s-%d".formatted(language, width));
        looksRight(
                window,
                "/admin/dead-letters?search=nothing",
                "dead-letters-none-%s-%d".formatted(language, width));
        looksRight(
                window,
                "/admin/dead-letters/" + letter,
                "dead-letter-%s-%d".formatted(language, width));
        window.locator("details.confirm summary").click();
        window.locator("#reason").fill("Meta’s own test");
        ScreenChecks.picture(window, "dead-letter-discard-%s-%d".formatted(language, width));
        window.locator("details.confirm button[type=submit]").click();

        assertThat(window.locator("tbody tr")).hasCount(3);
    }

    private void aTokenExpires() {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.simulator().refuseNext(1, 190, 463);
        ann.replies("Held");
        ann.sees("access token has expired");
    }

    private void looksRight(Page window, String address, String picture) {
        window.navigate(parley.url() + address);
        ScreenChecks.rightDayAndNight(window, picture);
    }
}
