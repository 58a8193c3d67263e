package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.house.House;
import dev.parley.house.Stage;
import dev.parley.identity.Role;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccounts;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The wizard *New account*, label by label as the page says it that an administrator holds.
@ExtendWith(Stage.class)
class NewAccountInABrowserTests {
    private final House house;
    private final Chromium chromium = new Chromium();

    NewAccountInABrowserTests(House house) {
        this.house = house;
    }

    @AfterEach
    void leave() {
        chromium.close();
        var accounts = house.part(MessagingAccounts.class);
        var pages = house.part(FacebookPages.class);
        for (var account : accounts.all()) {
            if (!account.id().equals(house.account().id())) {
                pages.ofAccount(account.id()).forEach(page -> pages.remove(page, house.someone()));
                accounts.delete(account, house.someone());
            }
        }
        house.database().sql("delete from account_draft").update();
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440", "en-US, 360"})
    void anAccountIsMadeByItsWizard(String language, int width) {
        var words = language.equals("zh-TW") ? CHINESE : ENGLISH;
        var app = house.simulator().state().path("apps").path(0);
        var page = house.simulator().post("/simulator/pages", Map.of("name", "Night Tea"));
        var window = signIn(language, width);
        looksRight(window, "/admin", "centre-home", language, width);
        looksRight(window, "/admin/guide", "centre-guide", language, width);

        link(window, words.get(0)).click();
        link(window, words.get(1)).click();
        assertThat(link(window, words.get(2))).isVisible();
        link(window, words.get(2)).click();
        assertThat(window.locator("#channel")).isVisible();
        field(window, words.get(3)).fill("Night shop");
        button(window, words.get(4)).click();

        field(window, words.get(5)).fill(app.path("id").asString());
        field(window, words.get(6)).fill(app.path("secret").asString());
        button(window, words.get(7)).click();
        assertThat(field(window, words.get(3))).hasValue("Night shop");
        button(window, words.get(4)).click();
        assertThat(field(window, words.get(5))).hasValue(app.path("id").asString());
        assertThat(field(window, words.get(6))).hasValue("");
        button(window, words.get(4)).click();
        assertThat(window.locator("#consent-problem")).isVisible();
        looksRight(window, null, "wizard-2-unread", language, width);
        window.locator("#consent").check();
        button(window, words.get(4)).click();

        assertThat(window.locator(".review")).isVisible();
        window.locator(".add-pages")
                .getByText(words.get(8), new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(window.getByRole(AriaRole.DIALOG)).isVisible();
        field(window, words.get(9)).fill("Night Tea");
        field(window, words.get(10)).fill(page.path("id").asString());
        field(window, words.get(11)).fill("EAAnobodysTokenAtAll");
        pane(window, words.get(12)).click();
        assertThat(window.locator("#pageToken-problem")).isVisible();
        looksRight(window, null, "wizard-3-pane", language, width);
        assertThat(field(window, words.get(10))).hasValue(page.path("id").asString());
        field(window, words.get(11)).fill(page.path("token").asString());
        pane(window, words.get(12)).click();
        assertThat(window.locator("#pages tbody tr")).hasCount(1);
        looksRight(window, null, "wizard-3-full", language, width);

        button(window, words.get(13)).click();
        assertThat(window.locator("#callbackUrl")).isVisible();
        looksRight(window, null, "wizard-4", language, width);
        assertThat(field(window, words.get(14)).inputValue()).contains("/webhooks/facebook/");
        assertThat(field(window, words.get(15)).inputValue()).hasSize(32);
        window.locator(".wizard-end a").click();
        assertThat(window.locator("h1")).hasText(words.get(16));
        looksRight(window, null, "account-pages", language, width);
        assertThat(window.locator("#pages tbody tr th")).hasText("Night Tea");
        var account = window.url().replaceFirst("\\?.*", "");
        var path = account.substring(house.url().length());
        looksRight(window, path + "/settings", "account-settings", language, width);
        looksRight(window, "/admin/audit", "audit", language, width);
    }

    private static final List<String> CHINESE =
            List.of(
                    "管道", "管理", "新增帳戶", "名稱", "下一步", "應用程式識別碼", "應用程式祕密", "返回", "新增", "頁面名稱",
                    "頁面辨識碼", "頁面存取權杖", "新增頁面", "儲存", "回撥 URL", "驗證權杖", "帳戶設定");

    private static final List<String> ENGLISH =
            List.of(
                    "Channels",
                    "Manage",
                    "New account",
                    "Name",
                    "Next",
                    "Application ID",
                    "Application secret",
                    "Back",
                    "Add",
                    "Page name",
                    "Page ID",
                    "Page access token",
                    "Add page",
                    "Save",
                    "Callback URL",
                    "Verify token",
                    "Account settings");

    private static Locator link(Page window, String words) {
        return window.locator(".admin a:visible")
                .filter(
                        new Locator.FilterOptions()
                                .setHasText(Pattern.compile("^\\s*" + words + "(\\s.*)?$")))
                .first();
    }

    private static Locator button(Page window, String words) {
        return window.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(words).setExact(true));
    }

    private static Locator pane(Page window, String words) {
        return window.locator("dialog")
                .getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator field(Page window, String words) {
        return window.getByLabel(words, new Page.GetByLabelOptions().setExact(true));
    }

    private void looksRight(
            Page window, @Nullable String address, String picture, String language, int width) {
        if (address != null) {
            window.navigate(house.url() + address);
        }
        var name = "%s-%s-%d".formatted(picture, language, width);
        window.waitForLoadState();
        Chromium.picture(window, name);
        assertThat(window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits")
                .isEqualTo(true);
        assertThat(
                        new AxeBuilder(window)
                                .analyze().getViolations().stream()
                                        .filter(one ->
                                                "serious".equals(one.getImpact())
                                                        || "critical".equals(one.getImpact()))
                                        .toList())
                .as(name)
                .isEmpty();
    }

    private Page signIn(String language, int width) {
        var login = house.user("Alexandra", Role.ADMINISTRATOR);
        var window = chromium.window(language, width, 900);
        window.navigate(house.url() + "/sign-in");
        window.locator("input[name=name]").fill(login.signInName());
        window.locator("input[name=password]").fill(login.password());
        window.locator("button[type=submit]").first().click();
        window.waitForURL(address -> !address.contains("/sign-in"));
        return window;
    }
}
