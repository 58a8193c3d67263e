package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.Users;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Issuing an API token, and the page for unreadable requests, on any screen.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class ApiTokensInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    ApiTokensInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440", "zh-TW, 360"})
    void aTokenIsIssuedWithScopesAndExpiry(String language, int width) {
        var program = parley.user("Screen" + width, Role.ADMINISTRATOR);
        var user = parley.part(Users.class).bySignInName(program.signInName()).orElseThrow().id();
        var tokens = parley.part(ApiTokens.class);
        tokens.issue(user, NewToken.unlimited("Warehouse"), null);
        tokens.issue(user, new NewToken("Old", Set.of(Scope.READ), Duration.ofMinutes(1)), null);
        parley.timePasses(Duration.ofMinutes(2));
        var address = parley.url() + "/admin/users/" + user;
        var alex = parley.user("Alexandra", Role.ADMINISTRATOR);
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

        window.navigate(parley.url() + "/admin/users?search=%00");
        assertThat(window.locator("main")).containsText("search");
        ScreenChecks.right(window, "unreadable-%s-%d".formatted(language, width));
    }
}
