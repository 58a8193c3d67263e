package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An administrator adds fields to contacts, and an agent fills them in beside a conversation.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class CustomerFieldsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;

    CustomerFieldsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1440, LIGHT, Gold", "zh-TW, 360, DARK, 金級"})
    void aFieldIsDefinedFilledInAndShownAtTheDesk(
            String language, int width, ColorScheme scheme, String gold) {
        var picture = "customer-fields-%s-%d".formatted(language, width);
        var desk = signIn(language, width, scheme);
        desk.navigate(parley.url() + "/admin/customer-fields");
        ScreenChecks.picture(desk, picture + "-none");
        addChoice(desk, picture);
        add(desk, "Customer number", "客戶編號", "TEXT", true);
        add(desk, "Long ".repeat(11).strip(), "很長的名稱".repeat(10), "LONG_TEXT", false);
        add(desk, "Born", "生日", "DATE", false);
        reorder(desk);
        ScreenChecks.right(desk, picture + "-list");

        desk.navigate(parley.url() + "/desk");
        parley.customer("Ada").writes("Hello");
        desk.getByTestId("offer-accept").click();
        assertThat(desk.locator("#head")).containsText("Ada");
        if (width < 1200) {
            desk.locator("#head-customer").click();
        }
        desk.getByTestId("link-customer").click();
        desk.getByTestId("link-new").click();
        assertThat(desk.locator("#link-company-tax_id")).hasCount(0);
        desk.locator("#link-person-level").selectOption(new SelectOption().setLabel(gold));
        desk.locator("#link-person-born").fill("2001-02-03");
        desk.getByTestId("create-and-link").click();
        assertThat(desk.locator("#link-person-customer_number-problem")).isVisible();
        assertThat(desk.locator("#link-person-born")).hasValue("2001-02-03");
        ScreenChecks.right(desk, picture + "-dialog");
        desk.locator("#link-person-customer_number").fill("K-4711");
        desk.getByTestId("create-and-link").click();
        assertThat(desk.getByTestId("record")).containsText("K-4711");
        assertThat(desk.getByTestId("record")).containsText(gold);
        ScreenChecks.right(desk, picture + "-desk");
        desk.getByTestId("record-edit").click();
        assertThat(desk.locator("#person-customer_number")).hasValue("K-4711");
        ScreenChecks.picture(desk, picture + "-form");
        desk.navigate(parley.url() + "/customers/import");
        ScreenChecks.picture(desk, picture + "-import");
        desk.navigate(parley.url() + "/customers?search=k-4711");
        desk.locator(".table tbody th a").click();
        assertThat(desk.locator(".facts").first()).containsText("K-4711");
        ScreenChecks.picture(desk, picture + "-contact");

        desk.navigate(parley.url() + "/admin/customer-fields");
        desk.locator(".table tbody th a")
                .filter(withText(language.startsWith("en") ? "Level" : "等級"))
                .click();
        assertThat(desk.getByTestId("type-fixed")).isVisible();
        desk.locator("[data-option-do=remove]").first().click();
        desk.getByTestId("save-field").click();
        assertThat(desk.locator("[name=removesValues]")).isFocused();
        ScreenChecks.picture(desk, picture + "-removed");
        desk.locator(".confirm summary").click();
        ScreenChecks.right(desk, picture + "-question");
        desk.getByTestId("delete-field").click();
        assertThat(desk.locator(".notice")).isVisible();
    }

    private void addChoice(Page desk, String picture) {
        desk.getByTestId("new-person").click();
        desk.locator("#english").fill("Level");
        desk.locator("#chinese").fill("等級");
        assertThat(desk.locator("#field-option-add")).isHidden();
        desk.locator("[name=type][value=CHOICE]").check();
        desk.getByTestId("save-field").click();
        assertThat(desk.locator("#options-problem")).isVisible();
        assertThat(desk.locator("#field-option-add")).isFocused();
        desk.keyboard().press("Enter");
        desk.keyboard().type("Silver");
        desk.keyboard().press("Enter");
        desk.keyboard().type("Gold");
        desk.locator("[name=optionChinese]").last().fill("金級");
        desk.locator("[data-option-do=up]").last().click();
        assertThat(desk.locator("[name=optionEnglish]").first()).hasValue("Gold");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("[name=optionEnglish]").first()).hasValue("Silver");
        desk.locator("[data-option-do=up]").last().click();
        ScreenChecks.right(desk, picture + "-options");
        desk.getByTestId("save-field").click();
        assertThat(desk.locator(".notice")).isVisible();
    }

    private static void add(
            Page desk, String english, String chinese, String type, boolean required) {
        desk.getByTestId("new-person").click();
        desk.locator("#english").fill(english);
        desk.locator("#chinese").fill(chinese);
        desk.locator("[name=type][value=" + type + "]").check();
        desk.locator("[name=required][value=" + required + "]").check();
        desk.locator("#englishHelp").fill("As on the card");
        desk.getByTestId("save-field").click();
        assertThat(desk.locator(".notice")).isVisible();
    }

    /// The second becomes the first, with the keyboard where it was.
    private static void reorder(Page desk) {
        desk.locator("[name=to][value=up]").nth(1).click();
        assertThat(desk.locator("tbody tr code").first()).hasText("customer_number");
        assertThat(desk.locator("[name=to][value=down]").first()).isFocused();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Page signIn(String language, int width, ColorScheme scheme) {
        var desk =
                windows.signIn(
                        parley.url() + "/desk",
                        parley.user("Kim " + language, Role.AGENT, Role.ADMINISTRATOR),
                        language,
                        width,
                        width < 800 ? 760 : 900);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(desk.locator("#worklist")).isVisible();
        return desk;
    }
}
