package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An agent links the customer of a conversation to a contact; a supervisor keeps the contacts.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class CustomerRecordInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    CustomerRecordInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void aCustomerIsLinkedWithTheKeyboardAndNothingTypedIsLost() {
        var desk = open("en-US", 1440);
        var ada = parley.customer("Ada");
        ada.writes("Hello, I am ada@example.com");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.getByTestId("record")).containsText("Not linked");
        assertThat(desk.locator("#customer-head")).containsText("Ada");

        desk.locator("#scroller").focus();
        desk.keyboard().press("l");
        assertThat(desk.locator("#link-search")).isFocused();
        assertThat(desk.locator("#link-search")).hasValue("Ada");
        assertThat(desk.locator("#link-found")).containsText("No customer found for “Ada”.");
        desk.getByTestId("link-new").click();
        assertThat(desk.locator("#link-name")).hasValue("Ada");
        desk.locator("#link-emails").fill("ada@example");
        desk.locator("#link-notes").fill("Likes oolong");
        ScreenChecks.rightDayAndNight(desk, "link-dialog");
        // The desk changes behind the dialog.
        ada.writes("Are you there?");
        assertThat(desk.locator("#timeline")).containsText("Are you there?");
        desk.getByTestId("create-and-link").click();
        assertThat(desk.locator("#link-emails-problem"))
                .hasText("“ada@example” is not an email address.");
        assertThat(desk.locator("#link-notes")).hasValue("Likes oolong");
        desk.locator("#link-emails").fill("ada@example.com");
        desk.keyboard().press("Escape");
        assertThat(desk.locator("#link-dialog")).not().isVisible();
        desk.getByTestId("link-customer").click();
        assertThat(desk.locator("#link-emails")).hasValue("ada@example.com");
        desk.getByTestId("create-and-link").click();

        assertThat(desk.locator("#link-dialog")).not().isVisible();
        assertThat(desk.getByTestId("record-notes")).hasText("Likes oolong");
        ScreenChecks.rightDayAndNight(desk, "linked");
        desk.getByTestId("record-edit").click();
        desk.locator("#company").fill("Formosa Trading");
        desk.locator("button[type=submit]").last().click();
        assertThat(desk).hasURL(Pattern.compile("/desk/conversations/"));
        assertThat(desk.getByTestId("record")).containsText("Formosa Trading");

        desk.getByTestId("unlink").click();
        assertThat(desk.getByTestId("suggestions")).containsText("Same email: ada@example.com");
        ScreenChecks.right(desk, "link-suggested");
        desk.getByTestId("link-suggestion").click();
        assertThat(desk.getByTestId("record-notes")).hasText("Likes oolong");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 1440", "en-US, 360"})
    void theScreensFit(String language, int width) {
        var name = language + "-" + width;
        var desk = open(language, width);
        if (width < 800) {
            desk.getByTestId("presence").click();
        }
        desk.locator(width < 800 ? "#account-customers" : "#rail-customers").click();
        desk.waitForURL("**/customers");
        ScreenChecks.right(desk, "customers-empty-" + name);
        add(desk, "company", "福爾摩沙貿易股份有限公司 Formosa Trading", "", "");
        add(desk, "person", "林小茶", "tea@example.com\nlin@example.com", "VIP, 批發");
        add(desk, "person", "X".repeat(100), "x".repeat(60) + "@example.com", "a".repeat(40));
        ScreenChecks.rightDayAndNight(desk, "contact-" + name);
        desk.navigate(parley.url() + "/customers?search=example");
        ScreenChecks.rightDayAndNight(desk, "customers-" + name);
        desk.navigate(parley.url() + "/customers?search=nobody");
        ScreenChecks.right(desk, "customers-none-" + name);
        desk.navigate(parley.url() + "/customers/import");
        desk.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "contacts.csv",
                                "text/csv",
                                "name,emails\nAda,tea@example.com\nBen,nobody\nCid,c@example.com\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        desk.locator("#import button").click();
        assertThat(desk.getByTestId("import-do")).isVisible();
        ScreenChecks.rightDayAndNight(desk, "import-" + name);
        desk.getByTestId("import-do").click();
        assertThat(desk.getByTestId("import-do")).hasCount(0);
        assertThat(desk.getByTestId("import-summary")).isVisible();
        Assertions.assertThat(
                        parley.count("select count(*) from contact where name in ('Ada', 'Cid')"))
                .isEqualTo(2);

        desk.navigate(parley.url() + "/desk");
        parley.customer("Ada").writes("Hello");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head")).containsText("Ada");
        if (width < 1200) {
            desk.locator("#head-customer").click();
        }
        assertThat(desk.getByTestId("suggestions")).isVisible();
        ScreenChecks.right(desk, "suggested-" + name);
        desk.getByTestId("link-customer").click();
        desk.locator("#link-search").fill("example");
        assertThat(desk.getByTestId("link-found")).hasCount(3);
        ScreenChecks.right(desk, "link-found-" + name);
        desk.getByTestId("link-this").last().click();
        assertThat(desk.getByTestId("unlink")).isVisible();
        ScreenChecks.right(desk, "linked-" + name);
    }

    private static void add(Page desk, String kind, String name, String emails, String tags) {
        desk.navigate(desk.url().replaceAll("/customers.*", "/customers/new?kind=" + kind));
        desk.locator("#name").fill(name);
        desk.locator("#emails").fill(emails);
        desk.locator("#tags").fill(tags);
        if (kind.equals("person")) {
            desk.locator("#company").fill("福爾摩沙貿易股份有限公司 Formosa Trading");
        }
        desk.locator("#notes").fill("偏好週六送貨。\nSecond line.");
        desk.locator(".actions button").click();
        assertThat(desk.locator(".notice")).isVisible();
    }

    private Page open(String language, int width) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user(
                                "Kim " + language + width,
                                Role.AGENT,
                                Role.SUPERVISOR,
                                Role.ADMINISTRATOR),
                        language,
                        width,
                        width < 800 ? 760 : 900);
        assertThat(desk.locator("#worklist")).isVisible();
        return desk;
    }
}
