package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Issuing an API token, and the page for unreadable requests, on any screen.
@ExtendWith({HouseExtension.class, WindowsExtension.class})
class ApiTokensInABrowserTests {
    private final House house;
    private final Windows windows;

    ApiTokensInABrowserTests(House house, Windows windows) {
        this.house = house;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void aTokenIsIssuedWithScopesAndExpiry(String language, int width) {
        var program = house.user("Screen" + width, Role.ADMINISTRATOR);
        var user = house.part(Users.class).bySignInName(program.signInName()).orElseThrow().id();
        var tokens = house.part(ApiTokens.class);
        tokens.issue(user, NewToken.unlimited("Warehouse"), null);
        tokens.issue(user, new NewToken("Old", Set.of(Scope.READ), Duration.ofMinutes(1)), null);
        house.timePasses(Duration.ofMinutes(2));
        var address = house.url() + "/admin/users/" + user;
        var alex = house.user("Alexandra", Role.ADMINISTRATOR);
        var window = windows.signIn(address, alex, language, width, 900);
        ScreenChecks.rightDayAndNight(window, "tokens-%s-%d".formatted(language, width));

        window.locator("#tokenName").fill("Order system");
        window.locator("input[name=scopes][value=READ]").uncheck();
        window.locator("form[action$=tokens] button[type=submit]").click();
        assertThat(window.locator("#scopes-problem")).isVisible();
        window.locator("input[name=scopes][value=WRITE]").check();
        window.locator("#lifetime").selectOption("DAYS_30");
        window.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                Path.of(
                                        "target",
                                        "screenshots",
                                        "tokens-form-%s-%d.png".formatted(language, width))));
        window.locator("form[action$=tokens] button[type=submit]").click();
        window.navigate(address);

        assertThat(window.locator("#tokens tbody tr")).hasCount(3);
        assertThat(window.locator("#tokens tbody tr.off")).hasCount(1);

        window.navigate(house.url() + "/admin/users?search=%00");
        assertThat(window.locator("main")).containsText("search");
        ScreenChecks.right(window, "unreadable-%s-%d".formatted(language, width));
    }
}
