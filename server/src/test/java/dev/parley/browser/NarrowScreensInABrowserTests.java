package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Navigation fits into its place.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class NarrowScreensInABrowserTests {
    /// The labels that reach beyond their entry, or over the edge of the window.
    private static final String CUT_LABELS =
            """
            [...document.querySelectorAll(".rail-item > span:not(.visually-hidden)")]
                .filter(label => {
                    const own = label.getBoundingClientRect();
                    const entry = label.parentElement.getBoundingClientRect();
                    return own.left < entry.left || own.right > entry.right + 0.5
                        || own.right > innerWidth;
                })
                .map(label => label.textContent)
            """;

    private final TestParley parley;
    private final Windows windows;

    NarrowScreensInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 1440", "en-US, 360", "zh-TW, 360"})
    void navigationFits(String language, int width) {
        var everything = parley.user("Alexandra", Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT);
        var window = windows.signIn(parley.url() + "/desk", everything, language, width, 800);
        assertThat(window.locator(".rail-item").count()).isEqualTo(8);
        for (var list : new String[] {"mine", "open", "all", "closed"}) {
            window.navigate(parley.url() + "/desk?show=" + list);
            assertThat((List<?>) window.evaluate(CUT_LABELS)).as(list).isEmpty();
        }
        ScreenChecks.picture(window, "rail-%s-%d".formatted(language, width));

        window.navigate(parley.url() + "/admin/dead-letters");
        ScreenChecks.right(window, "site-map-%s-%d".formatted(language, width));
        var current = window.locator(".sitemap [aria-current]").boundingBox();
        assertThat(current.x).isBetween(0.0, width - current.width);
        if (width < 800) {
            assertThat(height(window, ".sitemap")).isLessThan(64);
        }
    }

    private static double height(Page window, String selector) {
        return window.locator(selector).boundingBox().height;
    }
}
