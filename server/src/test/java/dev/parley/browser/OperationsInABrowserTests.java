package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.house.Meta;
import dev.parley.identity.Role;
import dev.parley.inbox.DeadLetters;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The screens for operators when something fails, on a large and a small screen.
@ExtendWith({HouseExtension.class, WindowsExtension.class})
class OperationsInABrowserTests {
    private final House house;
    private final Windows windows;

    OperationsInABrowserTests(House house, Windows windows) {
        this.house = house;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 1440", "en-US, 360", "zh-TW, 360"})
    void problemsCanBeReadAndFixedOnAnyScreen(String language, int width) {
        var meta = new Meta(house);
        for (var number = 1; number <= 3; number++) {
            meta.posts(
                    meta.text("2401", "m_" + number, "Hello", 1_795_000_000_000L)
                            .replace(house.page(), "99900099" + number));
        }
        meta.posts("{\"object\":\"group\"}");
        aTokenExpires();
        var letter = house.part(DeadLetters.class).waiting().getLast().id();
        var window =
                windows.signIn(
                        house.url() + "/admin",
                        house.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);

        looksRight(window, "/admin/traffic", "traffic-%s-%d".formatted(language, width));
        looksRight(window, "/admin/dead-letters", "letters-%s-%d".formatted(language, width));
        looksRight(
                window,
                "/admin/dead-letters?search=nothing",
                "letters-none-%s-%d".formatted(language, width));
        looksRight(
                window, "/admin/dead-letters/" + letter, "letter-%s-%d".formatted(language, width));
        window.locator("details.confirm summary").click();
        window.locator("#reason").fill("Meta’s own test");
        ScreenChecks.picture(window, "letter-discard-%s-%d".formatted(language, width));
        window.locator("details.confirm button[type=submit]").click();

        assertThat(window.locator("tbody tr")).hasCount(3);
    }

    private void aTokenExpires() {
        var ann = house.agent("Ann");
        var ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
        house.simulator().refuseNext(1, 190, 463);
        ann.replies("Held");
        ann.sees("access token has expired");
    }

    private void looksRight(Page window, String address, String picture) {
        window.navigate(house.url() + address);
        ScreenChecks.rightDayAndNight(window, picture);
    }
}
