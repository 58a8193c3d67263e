package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.Labelled.button;
import static dev.parley.browser.Labelled.field;
import static dev.parley.browser.Labelled.heading;
import static dev.parley.browser.Labelled.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.identity.Role;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// An administrator follows the page *Configure a Facebook channel*, sentence by sentence, from
/// *New account* to a first answered conversation, and deletes everything again in reverse order.
/// Controls have the labels that the page names.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class SetUpWalkthroughInABrowserTests {
    private final TestParley parley;
    private final Windows windows;
    private final JsonNode app;
    private final String pageId;
    private String language = "";

    SetUpWalkthroughInABrowserTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
        var page = parley.simulator().post("/simulator/pages", Map.of("name", "Sunny Tea"));
        this.pageId = page.path("id").asString();
        this.app = parley.simulator().post("/simulator/apps", Map.of("name", "Sunny desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "en-US"})
    void fromNewAccountToAFirstAnswer(String tongue) {
        language = tongue;
        var admin = signIn("Alexandra", Role.ADMINISTRATOR, "/admin");
        createsTheAccount(admin);
        var callback = admin.locator("#callbackUrl").inputValue();
        var verifyToken = admin.locator("#verifyToken").inputValue();
        addsTheCallbackInTheFacebookApp(callback, verifyToken);
        picksMessagesInTheFacebookApp();
        seesThatItIsRunning(admin);
        createsTheWorkstream(admin);
        setsUpFacebook(admin);
        aCustomerIsAnswered();
        deletesEverything(admin);
    }

    /// *Create a Facebook channel account*, steps 1 to 4.
    private void createsTheAccount(Page admin) {
        assertThat(heading(admin, say(Label.CUSTOMER_SUPPORT))).isVisible();
        link(admin, say(Label.CHANNELS)).click();
        link(admin, say(Label.MANAGE) + " " + say(Label.MESSAGING_ACCOUNTS)).click();
        assertThat(heading(admin, say(Label.ACCOUNTS_AND_CHANNELS))).isVisible();
        link(admin, say(Label.NEW_ACCOUNT)).click();

        assertThat(heading(admin, say(Label.CHANNEL_DETAILS))).isVisible();
        field(admin, say(Label.NAME)).fill("Sunny");
        field(admin, say(Label.CHANNEL)).selectOption("FACEBOOK");
        next(admin);
        assertThat(heading(admin, say(Label.ADD_ACCOUNT))).isVisible();
        field(admin, say(Label.APPLICATION_ID)).fill(app.path("id").asString());
        field(admin, say(Label.APPLICATION_SECRET)).fill(app.path("secret").asString());
        admin.locator("#consent").check();
        next(admin);
        assertThat(heading(admin, say(Label.ADD_PAGES))).isVisible();
        link(admin, say(Label.ADD)).click();
        assertThat(heading(admin, say(Label.ADD_PAGE))).isVisible();
        field(admin, say(Label.PAGE_NAME)).fill("Sunny Tea");
        field(admin, say(Label.PAGE_ID)).fill(pageId);
        field(admin, say(Label.PAGE_TOKEN)).fill(pageToken());
        admin.locator("#page-pane button[type=submit]").first().click();
        assertThat(admin.locator("#pages tbody tr")).hasCount(1);
        button(admin, say(Label.SAVE)).click();

        assertThat(heading(admin, say(Label.CALLBACK_INFORMATION))).isVisible();
        assertThat(field(admin, say(Label.CALLBACK_URL)))
                .hasValue(Pattern.compile("/webhooks/facebook/"));
        assertThat(field(admin, say(Label.VERIFY_TOKEN))).hasValue(Pattern.compile(".{22,}"));
        ScreenChecks.picture(admin, "set-up-callback-" + language);
    }

    /// Step 5, at Facebook: *add the callback URL*. Facebook calls it at once.
    private void addsTheCallbackInTheFacebookApp(String callback, String verifyToken) {
        facebook(
                app.path("id").asString() + "/subscriptions",
                app.path("id").asString() + "|" + app.path("secret").asString(),
                Map.of(
                        "object",
                        "page",
                        "callback_url",
                        callback,
                        "verify_token",
                        verifyToken,
                        "fields",
                        "messages"));
    }

    /// Steps 6 and 7: *Add page subscriptions*, *messages*, save.
    private void picksMessagesInTheFacebookApp() {
        facebook(pageId + "/subscribed_apps", pageToken(), Map.of("subscribed_fields", "messages"));
    }

    /// Steps 8 and 9.
    private void seesThatItIsRunning(Page admin) {
        link(admin, say(Label.CHANNELS)).click();
        link(admin, say(Label.MESSAGING_ACCOUNTS)).click();
        link(admin, "Sunny").click();
        assertThat(heading(admin, say(Label.ACCOUNT_SETTINGS))).isVisible();
        link(admin, say(Label.FACEBOOK_PAGES)).click();
        assertThat(admin.locator("#pages thead")).containsText(say(Label.PROVISIONING_STATE));
        parley.until(
                "the page is running",
                () -> {
                    admin.reload();
                    return admin.locator("#pages tbody").innerText().contains(say(Label.RUNNING));
                });
        ScreenChecks.picture(admin, "set-up-running-" + language);
    }

    /// *Create a Facebook workstream*, step 1.
    private void createsTheWorkstream(Page admin) {
        link(admin, say(Label.WORKSTREAMS)).click();
        link(admin, say(Label.NEW_WORKSTREAM)).click();
        field(admin, say(Label.NAME)).fill("Sunny care");
        admin.locator("input[name=mode][value=PUSH]").check();
        button(admin, say(Label.CREATE)).click();
        assertThat(heading(admin, "Sunny care")).isVisible();
    }

    /// Step 2.
    private void setsUpFacebook(Page admin) {
        admin.locator("#work-distribution .part-head a").click();
        button(admin, say(Label.SAVE)).click();
        confirmationIsVisible(admin);
        link(admin, say(Label.SET_UP_FACEBOOK)).click();
        assertThat(heading(admin, say(Label.FACEBOOK_PAGE))).isVisible();
        admin.getByText("Sunny Tea").first().click();
        next(admin);
        assertThat(heading(admin, say(Label.LANGUAGE))).isVisible();
        field(admin, say(Label.LANGUAGE)).selectOption(language.equals("zh-TW") ? "zh-TW" : "en");
        next(admin);
        assertThat(heading(admin, say(Label.BEHAVIORS))).isVisible();
        next(admin);
        assertThat(heading(admin, say(Label.USER_FEATURES))).isVisible();
        assertThat(heading(admin, say(Label.FILE_ATTACHMENTS))).isVisible();
        for (var name : new String[] {"customerFiles", "agentFiles", "messageTag"}) {
            admin.locator("input[name=%s][value=true]".formatted(name)).check();
        }
        assertThat(admin.locator("#content")).containsText(say(Label.MESSAGE_TAG));
        next(admin);
        assertThat(heading(admin, say(Label.SUMMARY))).isVisible();
        ScreenChecks.picture(admin, "set-up-summary-" + language);
        button(admin, say(Label.CREATE)).click();
        assertThat(admin.locator("#channel tbody")).containsText("Sunny Tea");
        confirmationIsVisible(admin);
    }

    /// The confirmation is within the visible area.
    private static void confirmationIsVisible(Page admin) {
        assertThat(admin.locator(".notice.positive")).isInViewport();
        assertThat(admin).not().hasURL(Pattern.compile("#"));
    }

    /// *Customer experience*.
    private void aCustomerIsAnswered() {
        var desk = signIn("Ann", Role.AGENT, "/desk");
        var ada = parley.customer("Ada").at(pageId);
        ada.writes("Is my parcel lost?");
        assertThat(desk.getByTestId("offer")).containsText("Is my parcel lost?");
        desk.getByTestId("offer-accept").click();
        desk.getByTestId("composer").fill("It arrives tomorrow.");
        desk.keyboard().press("Enter");
        parley.until("Ada hears", () -> ada.received().contains("It arrives tomorrow."));
        desk.context().close();
    }

    /// Instance, page, account; each shows first what prevents its deletion.
    private void deletesEverything(Page admin) {
        link(admin, "Sunny Tea").click();
        confirm(admin, say(Label.DELETE));
        assertThat(admin.locator("#channel tbody tr")).hasCount(0);
        confirmationIsVisible(admin);
        link(admin, say(Label.CHANNELS)).click();
        link(admin, say(Label.MESSAGING_ACCOUNTS)).click();
        link(admin, "Sunny").click();
        link(admin, "Sunny Tea").click();
        confirm(admin, say(Label.REMOVE_PAGE));
        assertThat(admin.locator("#pages tbody tr")).hasCount(0);
        confirmationIsVisible(admin);
        link(admin, say(Label.SETTINGS)).click();
        confirm(admin, say(Label.DELETE_ACCOUNT));
        assertThat(heading(admin, say(Label.ACCOUNTS_AND_CHANNELS))).isVisible();
        assertThat(admin.locator("#content")).not().containsText("Sunny care");
    }

    private void facebook(String path, String token, Map<String, String> fields) {
        var parameters = new HashMap<String, Object>(fields);
        parameters.put("access_token", token);
        var answer = parley.simulator().post("/" + path, parameters);
        if (!answer.path("success").asBoolean()) {
            throw new IllegalStateException("Facebook says " + answer);
        }
    }

    private String pageToken() {
        return parley.simulator()
                .state()
                .path("apps")
                .valueStream()
                .filter(one -> one.path("id").equals(app.path("id")))
                .flatMap(one -> one.path("pages").valueStream())
                .filter(page -> page.path("id").asString().equals(pageId))
                .map(page -> page.path("token").asString())
                .findFirst()
                .orElseThrow();
    }

    private static void confirm(Page window, String what) {
        var part =
                window.locator("details.confirm")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(
                                                window.locator(
                                                        "summary",
                                                        new Page.LocatorOptions()
                                                                .setHasText(what))));
        part.locator("summary").click();
        part.locator("button[type=submit]").click();
    }

    private void next(Page window) {
        button(window, say(Label.NEXT)).click();
    }

    private Page signIn(String name, Role role, String path) {
        return windows.signIn(parley.url() + path, parley.user(name, role), language, 1440, 900);
    }

    private String say(Label label) {
        return label.in(language);
    }
}
