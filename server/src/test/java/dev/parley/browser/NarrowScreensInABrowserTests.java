package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.identity.Users;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Navigation, names and states fit into their places.
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

    /// Between the mark of the current entry, and its label.
    private static final String ROOM_BESIDE_CURRENT_LABEL =
            """
            (() => {
                const entry = document.querySelector(".rail-item[aria-current]");
                const mark = parseFloat(getComputedStyle(entry, "::before").width);
                const label = entry.querySelector("span:not(.visually-hidden)");
                return label.getBoundingClientRect().left - entry.getBoundingClientRect().left - mark;
            })()
            """;

    /// In how many lines each of these ends its words.
    private static final String LINES =
            """
            selector => [...document.querySelectorAll(selector)].map(each => {
                const words = document.createRange();
                words.selectNode(each.lastChild);
                return words.getClientRects().length;
            })
            """;

    /// The headings of pages and rows that hide the end of a name.
    private static final String CUT_HEADINGS =
            """
            [...document.querySelectorAll("main h1, main h2, main th[scope=row]")]
                .filter(heading => heading.scrollWidth > heading.clientWidth + 1)
                .map(heading => heading.textContent)
            """;

    private static final String LONG_NAME = "x".repeat(100);

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
        assertThat(window.locator(".rail-item").count()).isEqualTo(13);
        for (var list : new String[] {"mine", "open", "all", "closed"}) {
            window.navigate(parley.url() + "/desk?view=" + list);
            assertThat((List<?>) window.evaluate(CUT_LABELS)).as(list).isEmpty();
            if (width >= 800) {
                var room = window.evaluate(ROOM_BESIDE_CURRENT_LABEL);
                assertThat(((Number) room).doubleValue()).as(list).isGreaterThan(3);
            }
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

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 1440", "en-US, 360", "zh-TW, 360"})
    void aLongNameWithoutSpacesFits(String language, int width) {
        var xx = parley.desk(LONG_NAME, Role.ADMINISTRATOR);
        var queue = address(xx.post("/admin/queues/new", queueFields()));
        var workstream = address(xx.post("/admin/workstreams/new", workstreamFields(queue)));
        var everything = parley.user(LONG_NAME, Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT);
        var window = windows.signIn(parley.url() + "/admin", everything, language, width, 800);
        for (var page :
                List.of(
                        workstream,
                        workstream + "/work-distribution",
                        workstream + "/set-up-facebook",
                        queue,
                        user(),
                        "/admin/workstreams",
                        "/admin/workstreams/new",
                        "/admin/queues",
                        "/admin/users",
                        "/admin/audit",
                        "/account",
                        "/desk?view=all",
                        "/supervision")) {
            window.navigate(parley.url() + page);
            ScreenChecks.picture(
                    window,
                    "long-name-%s-%s-%d"
                            .formatted(
                                    page.replaceAll("[/?]|[0-9a-f-]{36}", "-"), language, width));
            ScreenChecks.fits(window);
            assertThat((List<?>) window.evaluate(CUT_HEADINGS)).as(page).isEmpty();
        }
        parley.database()
                .sql("update user_account set active = false where sign_in_name = :name")
                .param("name", LONG_NAME)
                .update();
    }

    private static Map<String, String> queueFields() {
        return Map.of("name", LONG_NAME, "priority", "1", "method", "HIGHEST_CAPACITY");
    }

    private static Map<String, String> workstreamFields(String queue) {
        return Map.of(
                "name",
                LONG_NAME,
                "channel",
                "facebook",
                "mode",
                "PUSH",
                "fallback",
                "existing",
                "queue",
                queue.substring(queue.lastIndexOf('/') + 1));
    }

    private String user() {
        return "/admin/users/"
                + parley.part(Users.class).bySignInName(LONG_NAME).orElseThrow().id();
    }

    private static String address(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow().split("[?]", -1)[0];
    }

    @ParameterizedTest
    @CsvSource({"en-US", "zh-TW"})
    void theTeamScreenIsLegibleOnAPhone(String language) {
        parley.agent("Ann").setPresence("DO_NOT_DISTURB");
        parley.user("Ben Huang", Role.AGENT);
        var sue = parley.user("Sue", Role.SUPERVISOR);
        var window = windows.signIn(parley.url() + "/supervision", sue, language, 360, 800);

        ScreenChecks.right(window, "team-%s-360".formatted(language));
        assertThat((List<?>) window.evaluate(LINES, ".presence-word"))
                .isNotEmpty()
                .allMatch(Integer.valueOf(1)::equals);
        assertThat((List<?>) window.evaluate(CUT_HEADINGS)).isEmpty();
    }

    private static double height(Page window, String selector) {
        return window.locator(selector).boundingBox().height;
    }
}
