package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.Labelled.button;
import static dev.parley.browser.Labelled.field;
import static dev.parley.browser.Labelled.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The wizard *New account*, with the labels of the page that administrators follow.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class NewAccountInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private String tongue = "";

    NewAccountInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @AfterEach
    void leave() {
        var accounts = parley.part(MessagingAccounts.class);
        var pages = parley.part(FacebookPages.class);
        for (var account : accounts.all()) {
            if (!account.id().equals(parley.account().id())) {
                pages.ofAccount(account.id()).forEach(page -> pages.remove(page, parley.anyUser()));
                accounts.delete(account, parley.anyUser());
            }
        }
        parley.database().sql("delete from account_draft").update();
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440", "en-US, 360"})
    void anAccountIsCreatedWithTheWizard(String language, int width) {
        tongue = language;
        var app = parley.simulator().state().path("apps").path(0);
        var page = parley.simulator().post("/simulator/pages", Map.of("name", "Night Tea"));
        var window =
                windows.signIn(
                        parley.url() + "/admin",
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        language,
                        width,
                        900);
        looksRight(window, "/admin", "overview", language, width);
        looksRight(window, "/admin/guide", "setup-guide", language, width);

        beginsAnAccount(window);
        entersTheApplication(window, app, language, width);
        addsThePage(window, page, language, width);
        savesAndSeesTheAccount(window, language, width);
    }

    private void beginsAnAccount(Page window) {
        link(window, say(Label.CHANNELS)).click();
        link(window, say(Label.MANAGE) + " " + say(Label.MESSAGING_ACCOUNTS)).click();
        assertThat(link(window, say(Label.NEW_ACCOUNT))).isVisible();
        link(window, say(Label.NEW_ACCOUNT)).click();
        assertThat(window.locator("#channel")).isVisible();
        field(window, say(Label.NAME)).fill("Night shop");
        button(window, say(Label.NEXT)).click();
    }

    /// Goes back and forth, forgets the notice, and Facebook does not respond.
    private void entersTheApplication(Page window, JsonNode app, String language, int width) {
        field(window, say(Label.APPLICATION_ID)).fill(app.path("id").asString());
        field(window, say(Label.APPLICATION_SECRET)).fill(app.path("secret").asString());
        button(window, say(Label.BACK)).click();
        assertThat(field(window, say(Label.NAME))).hasValue("Night shop");
        button(window, say(Label.NEXT)).click();
        assertThat(field(window, say(Label.APPLICATION_ID))).hasValue(app.path("id").asString());
        assertThat(field(window, say(Label.APPLICATION_SECRET))).hasValue("");
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator("#consent-problem")).isVisible();
        looksRight(window, null, "wizard-2-unread", language, width);
        window.locator("#consent").check();
        parley.simulator().post("/simulator/faults", Map.of("kind", "unreachable"));
        button(window, say(Label.NEXT)).click();
        assertThat(window.locator("#app-problem")).isVisible();
        looksRight(window, null, "wizard-2-unreachable", language, width);
        parley.simulator().clearFaults();
        field(window, say(Label.APPLICATION_ID)).press("Enter");
    }

    /// With a wrong token first.
    private void addsThePage(Page window, JsonNode page, String language, int width) {
        assertThat(window.locator(".review")).isVisible();
        window.locator(".add-pages")
                .getByText(say(Label.ADD), new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(window.getByRole(AriaRole.DIALOG)).isVisible();
        field(window, say(Label.PAGE_NAME)).fill("Night Tea");
        field(window, say(Label.PAGE_ID)).fill(page.path("id").asString());
        field(window, say(Label.PAGE_TOKEN)).fill("EAAnobodysTokenAtAll");
        pane(window, say(Label.SAVE_PAGE)).click();
        assertThat(window.locator("#pageToken-problem")).isVisible();
        looksRight(window, null, "wizard-3-pane", language, width);
        assertThat(field(window, say(Label.PAGE_ID))).hasValue(page.path("id").asString());
        field(window, say(Label.PAGE_TOKEN)).fill(page.path("token").asString());
        pane(window, say(Label.SAVE_PAGE)).click();
        assertThat(window.locator("#pages tbody tr")).hasCount(1);
        looksRight(window, null, "wizard-3-full", language, width);
    }

    private void savesAndSeesTheAccount(Page window, String language, int width) {
        button(window, say(Label.SAVE)).click();
        assertThat(window.locator("#callbackUrl")).isVisible();
        looksRight(window, null, "wizard-4", language, width);
        assertThat(field(window, say(Label.CALLBACK_URL)).inputValue())
                .contains("/webhooks/facebook/");
        assertThat(field(window, say(Label.VERIFY_TOKEN)).inputValue()).hasSize(32);
        window.locator(".wizard-end a").click();
        assertThat(window.locator("h1")).hasText(say(Label.ACCOUNT_SETTINGS));
        looksRight(window, null, "account-pages", language, width);
        assertThat(window.locator("#pages tbody tr th")).hasText("Night Tea");
        var account = window.url().replaceFirst("\\?.*", "");
        var path = account.substring(parley.url().length());
        looksRight(window, path + "/settings", "account-settings", language, width);
        looksRight(window, "/admin/audit", "audit", language, width);
    }

    private static Locator pane(Page window, String words) {
        return window.locator("dialog")
                .getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    private void looksRight(
            Page window, @Nullable String address, String picture, String language, int width) {
        if (address != null) {
            window.navigate(parley.url() + address);
        }
        ScreenChecks.right(window, "%s-%s-%d".formatted(picture, language, width));
    }

    private String say(Label label) {
        return label.in(tongue);
    }
}
