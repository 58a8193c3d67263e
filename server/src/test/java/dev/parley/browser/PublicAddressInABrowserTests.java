package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.PublicUrl;
import dev.parley.testing.SecondInstallation;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A Parley on the internet shows when Facebook cannot reach it, and when it hardly reaches
/// Facebook. An operator fixes the first in its settings, and waits for the second to end.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class PublicAddressInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    PublicAddressInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void anAddressIsFixedStepByStep() {
        try (var branch = new SecondInstallation(parley.simulator(), "http://localhost:8080")) {
            var alex =
                    branch.part(Users.class)
                            .ensure(
                                    "alex",
                                    "Alex",
                                    TestParley.PASSWORD,
                                    Set.of(Role.ADMINISTRATOR));
            var path = connect(branch, alex);
            var who = new TestParley.Login("alex", TestParley.PASSWORD);
            var english = windows.signIn(branch.url() + path, who, "en-US", 1440, 900);
            var chinese = windows.signIn(branch.url() + path, who, "zh-TW", 360, 900);

            facebookCalls(branch);
            checkAgain(branch, english);
            assertThat(cause(english, "notHttps"))
                    .containsText("The current address is http://localhost:8080/");
            assertThat(english.getByTestId("state")).hasText("Needs attention");
            chinese.reload();
            assertThat(cause(chinese, "notHttps")).containsText("目前的網址是 http://localhost:8080/");
            ScreenChecks.picture(chinese, "doctor-notHttps");

            branch.moveTo("https://parley.lan");
            facebookCalls(branch);
            checkAgain(branch, english);
            assertThat(cause(english, "notHttps")).hasCount(0);
            assertThat(cause(english, "notPublic")).containsText("https://parley.lan/");
            chinese.reload();
            assertThat(cause(chinese, "notPublic")).containsText("https://parley.lan/");
            ScreenChecks.picture(chinese, "doctor-notPublic");

            branch.moveTo("https://desk.example.com");
            facebookCalls(branch);
            isSlow();
            checkAgain(branch, english);
            assertThat(cause(english, "notPublic")).hasCount(0);
            assertThat(english.getByTestId("state")).hasText("Running");
            assertThat(cause(english, "slow")).containsText("5 seconds");
            chinese.reload();
            assertThat(chinese.getByTestId("state")).hasText("執行中");
            assertThat(cause(chinese, "slow")).containsText("5 秒");
            ScreenChecks.picture(chinese, "doctor-slow");

            parley.simulator().clearFaults();
            checkAgain(branch, english);
            assertThat(english.getByTestId("state")).hasText("Running");
            assertThat(cause(english, "slow")).hasCount(0);
        }
    }

    /// {@return the address of the page's screen}
    private String connect(SecondInstallation branch, UserId alex) {
        var app = parley.simulator().post("/simulator/apps", Map.of("name", "Branch desk"));
        var page = parley.simulator().post("/simulator/pages", Map.of("name", "Branch Tea"));
        var account =
                branch.part(MessagingAccounts.class)
                        .create(
                                "Branch",
                                app.path("id").asString(),
                                new Secret(app.path("secret").asString()),
                                alex);
        var pageId = page.path("id").asString();
        var token = new Secret(token(app, pageId));
        branch.part(FacebookPages.class).add(account.id(), pageId, "Branch Tea", token, alex);
        parley.simulator()
                .put(
                        "/simulator/pages/%s/subscription".formatted(pageId),
                        Map.of("app", app.path("id").asString(), "fields", Subscriptions.FIELDS));
        var added = branch.part(FacebookPages.class).byPageId(pageId).orElseThrow();
        return "/admin/messaging-accounts/%s/pages/%s".formatted(account.id(), added.id());
    }

    private String token(JsonNode app, String page) {
        return parley.simulator()
                .state()
                .path("apps")
                .valueStream()
                .filter(one -> one.path("id").equals(app.path("id")))
                .flatMap(one -> one.path("pages").valueStream())
                .filter(one -> one.path("id").asString().equals(page))
                .findFirst()
                .orElseThrow()
                .path("token")
                .asString();
    }

    /// As if Facebook had verified the callback URL that Parley shows.
    private void facebookCalls(SecondInstallation branch) {
        var account = branch.part(MessagingAccounts.class).all().getFirst();
        var url = branch.part(PublicUrl.class).of(account.callbackPath());
        parley.simulator()
                .put(
                        "/simulator/apps/%s/callback".formatted(account.applicationId()),
                        Map.of("url", url));
    }

    /// Permanently, because Parley may be running a check at the same time.
    private void isSlow() {
        parley.simulator()
                .post(
                        "/simulator/faults",
                        Map.of(
                                "kind",
                                "slow",
                                "only",
                                "others",
                                "always",
                                true,
                                "delayMillis",
                                5100));
    }

    private static void checkAgain(SecondInstallation branch, Page window) {
        window.getByText("Check again").first().click();
        branch.settles();
        window.reload();
    }

    private static Locator cause(Page window, String cause) {
        return window.locator("[data-test=check][data-cause=" + cause + "]");
    }
}
