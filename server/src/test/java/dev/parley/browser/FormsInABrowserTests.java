package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.Labelled.button;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.Workstreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser does with a form that is left, sent, or shown again.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class FormsInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final List<String> asked = new ArrayList<>();

    FormsInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/workstreams/new",
                "/admin/queues/new",
                "/admin/users/new",
                "/admin/messaging-accounts/new"
            })
    void anUntouchedFormIsLeftWithoutAQuestion(String form) {
        var window = opens(form);
        window.locator("form.column, form[data-unsaved]").first().locator("input").last().focus();
        window.locator("h1").click();

        window.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        window.locator("form[data-unsaved] a.quiet").first().click();
        window.waitForURL(url -> !url.endsWith("/new"));

        assertThat(asked).isEmpty();
    }

    @Test
    void aSelectThatWasChangedIsAskedAbout() {
        parley.desk("Sue", Role.ADMINISTRATOR)
                .post(
                        "/admin/queues/new",
                        Map.of("name", "Tea", "priority", "1", "method", "HIGHEST_CAPACITY"));
        var window = opens("/admin/workstreams/new");
        window.locator("#queue").selectOption(otherQueue(window));
        window.locator("h1").click();

        window.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        window.locator("form[data-unsaved] a.quiet").click();

        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void aConflictLinksToTheEntries() {
        var workstream = parley.part(Workstreams.class).defaultWorkstream();
        var address = "/admin/workstreams/" + workstream.id();
        var window = opens(address);
        var other = window.context().newPage();
        other.navigate(parley.url() + address);
        other.locator("#name").fill("Cake");
        button(other, "Save").click();
        assertThat(other.locator(".notice.positive")).isVisible();
        window.locator("#name").fill("Tea");
        button(window, "Save").click();

        assertThat(window.getByRole(AriaRole.ALERT))
                .containsText("You changed this in another window");
        ScreenChecks.right(window, "conflict-workstream");
        window.locator(".notice.warning a").click();

        assertThat(window.locator("#name")).isInViewport();
        assertThat(window.locator("#name")).hasValue("Tea");
    }

    @Test
    void theAddressOfAFormThatIsShownAgainIsAPage() {
        var settings =
                "%s/admin/messaging-accounts/%s/settings"
                        .formatted(parley.url(), parley.account().id());
        var window = opens(settings.substring(parley.url().length()));
        window.locator("#name").fill(" ");
        button(window, "Rename").click();
        assertThat(window.locator("#name-problem")).isVisible();
        assertThat(window.url()).endsWith("/name");
        var sent = new ArrayList<String>();
        window.onRequest(request -> {
            if (request.isNavigationRequest()) {
                sent.add(request.method());
            }
        });

        window.onDialog(dialog -> dialog.accept());
        chooses(window, "繁體中文");

        assertThat(window.locator("html")).hasAttribute("lang", "zh-TW");
        assertThat(window).hasURL(settings);
        assertThat(sent).isNotEmpty().doesNotContain("POST");
        chooses(window, "English");
        assertThat(window.locator("html")).hasAttribute("lang", "en");
    }

    /// Each of these takes only forms.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/workstreams/%1$s/copy > /admin/workstreams/%1$s",
                "/admin/workstreams/%1$s/deletion > /admin/workstreams/%1$s",
                "/admin/installation/moved > /admin",
                "/admin/messaging-accounts/%2$s/secret > /admin/messaging-accounts/%2$s/settings",
                "/admin/messaging-accounts/%2$s/pages > /admin/messaging-accounts/%2$s?add",
                "/admin/messaging-accounts/%2$s/pages/search > /admin/messaging-accounts/%2$s?pick",
                "/account/language > /account"
            })
    void anAddressThatOnlyTakesAFormLeadsToItsPage(String addresses) {
        var window = opens("/admin");
        var known =
                addresses
                        .formatted(
                                parley.part(Workstreams.class).defaultWorkstream().id(),
                                parley.account().id())
                        .split(" > ", -1);

        window.navigate(parley.url() + known[0]);

        assertThat(window).hasURL(parley.url() + known[1]);
        assertThat(window.locator("h1")).isVisible();
    }

    private Page opens(String path) {
        var window =
                windows.signIn(
                        parley.url() + path,
                        parley.user("Alexandra", Role.ADMINISTRATOR),
                        "en-US",
                        1440,
                        900);
        return window;
    }

    private static void chooses(Page window, String language) {
        window.locator(".topbar-me summary").click();
        button(window, language).click();
    }

    private static String otherQueue(Page window) {
        var other = window.locator("#queue option:not([selected])").first();
        return requireNonNull(other.getAttribute("value"));
    }
}
