package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulator's page: a person with Messenger on their phone.
@ExtendWith({TestParleyExtension.class, WindowsExtension.class})
class MessengerPageTests {
    private final TestParley parley;
    private final Windows windows;

    MessengerPageTests(TestParley parley, Windows windows) {
        this.parley = parley;
        this.windows = windows;
    }

    @Test
    void aNewCustomerFollowsAnAdAndGetsStarted() {
        var ada = parley.customer("Ada");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);

        phone.getByTestId("info").click();
        phone.locator("button[data-test=way-ad]").click();
        assertThat(phone.getByTestId("arrival")).containsText("Spring harvest");
        phone.getByTestId("get-started").click();

        assertThat(phone.getByTestId("note")).containsText("Spring harvest");
        assertThat(phone.getByTestId("arrival")).not().isVisible();
        assertThat(own(phone).last()).containsText("Get Started");
        assertThat(posted("postback").at("/referral/ads_context_data/ad_title").asString())
                .isEqualTo("Spring harvest");
        assertThat(posted("postback").path("payload").asString()).isEqualTo("GET_STARTED");
    }

    @Test
    void cardsFormsAndSuggestedRepliesCanBeTapped() {
        var ada = parley.customer("Ada");
        ada.writes("What do you have?");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);

        shows(ada, Map.of("template_type", "generic", "elements", teas()));
        phone.getByTestId("cards-next").click();
        var order = phone.getByTestId("template-button").last();
        order.click();
        assertThat(own(phone).last()).containsText("Order no. 3");

        shows(ada, opinion());
        phone.getByTestId("rate").click();
        phone.getByTestId("score-4").check(new Locator.CheckOptions().setForce(true));
        phone.getByTestId("rate-text").fill("Quick and kind");
        phone.getByTestId("rate-send").click();
        assertThat(phone.getByTestId("note")).hasCount(1);

        says(ada, Map.of("text", "A gift card?", "quick_replies", List.of(reply("Yes", "GIFT"))));
        phone.getByTestId("quick-reply").click();
        assertThat(own(phone).last()).containsText("Yes");
        assertThat(phone.getByTestId("quick-reply")).hasCount(0);

        assertThat(posted("postback").path("payload").asString()).isEqualTo("ORDER_3");
        var answer = posted("messaging_feedback").at("/feedback_screens/0/questions/q1");
        assertThat(answer.path("payload").asString()).isEqualTo("4");
        assertThat(answer.at("/follow_up/payload").asString()).isEqualTo("Quick and kind");
        assertThat(posted("message").at("/quick_reply/payload").asString()).isEqualTo("GIFT");
    }

    @Test
    void aMessageIsAnsweredReactedToEditedAndUnsent() {
        var ada = parley.customer("Ada");
        ada.writes("Is my parcel lost?");
        says(ada, Map.of("text", "It arrives tomorrow."));
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);

        tool(theirs(phone).last(), "smile");
        phone.getByTestId("react-more").click();
        phone.getByTestId("react-emoji").first().click();
        assertThat(phone.getByTestId("reactions")).containsText("🙏");

        tool(theirs(phone).last(), "reply");
        phone.keyboard().type("Thank you");
        phone.keyboard().press("Enter");
        assertThat(phone.locator(".quote")).containsText("It arrives tomorrow.");

        phone.keyboard().press("ArrowUp");
        phone.getByTestId("composer").fill("Thank you so much");
        phone.keyboard().press("Enter");
        phone.getByTestId("edited").locator("summary").click();
        assertThat(phone.getByTestId("edited")).containsText("Thank you");

        tool(own(phone).last(), "more");
        phone.getByTestId("menu-unsend").click();
        assertThat(own(phone).last()).containsText("You unsent a message");
        assertThat(posted("reaction").path("emoji").asString()).isEqualTo("🙏");
        assertThat(posted("message_edit").path("text").asString()).isEqualTo("Thank you so much");
        assertThat(posted("message").path("is_deleted").asBoolean()).isTrue();
    }

    /// As in Safari: the composition has ended when the key event arrives.
    @Test
    void inputMethodKeysNeitherSendNorClose() {
        var ada = parley.customer("Ada");
        ada.writes("Hello");
        var phone = windows.messenger(parley, ada, "zh-TW", 390, 844);
        phone.getByTestId("composer").fill("茶");
        confirms(phone, "Escape");
        confirms(phone, "Enter");

        assertThat(phone.getByTestId("composer")).isVisible();
        assertThat(phone.getByTestId("composer")).hasValue("茶");
        phone.getByTestId("composer").press("Enter");
        assertThat(own(phone)).hasCount(2);
        assertThat(parley.simulator().thread(parley.page(), ada.id())).hasSize(2);
    }

    private static void confirms(Page phone, String key) {
        phone.getByTestId("composer")
                .evaluate(
                        """
                        (field, key) => {
                            const init = { bubbles: true, cancelable: true, composed: true };
                            for (const kind of ['compositionstart', 'compositionend']) {
                                field.dispatchEvent(new CompositionEvent(kind, init));
                            }
                            field.dispatchEvent(
                                new KeyboardEvent('keydown', { ...init, key, keyCode: 229 }));
                        }
                        """,
                        key);
    }

    @Test
    void audioStickersAndSharedContentAreSent() {
        var ada = parley.customer("Ada");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);

        phone.getByTestId("voice").click();
        phone.getByTestId("voice-send").click();
        assertThat(phone.getByTestId("play")).isVisible();
        assertThat(posted("message").at("/attachments/0/type").asString()).isEqualTo("audio");

        phone.getByTestId("stickers").click();
        phone.getByTestId("sticker").first().click();
        assertThat(own(phone)).hasCount(2);
        assertThat(posted("message").at("/attachments/0/payload").has("sticker_id")).isTrue();

        phone.getByTestId("plus").click();
        phone.getByTestId("plus-reel").click();
        phone.getByTestId("share-send").click();
        assertThat(own(phone)).hasCount(3);
        assertThat(posted("message").at("/attachments/0/type").asString()).isEqualTo("reel");
    }

    @Test
    void aCustomerWhoBlocksThePageOrLeavesCannotWrite() {
        var ada = parley.customer("Ada");
        ada.writes("Stop it");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);

        phone.getByTestId("info").click();
        phone.getByTestId("block").click();
        phone.keyboard().press("Escape");
        assertThat(phone.getByTestId("composer")).not().isVisible();
        phone.getByTestId("unblock").click();
        assertThat(phone.getByTestId("composer")).isVisible();

        phone.getByTestId("self").click();
        phone.getByTestId("leave").click();
        phone.getByTestId("leave-sure").click();
        assertThat(phone.getByTestId("composer")).not().isVisible();
        assertThat(parley.simulator().thread(parley.page(), ada.id())).hasSize(1);
    }

    @Test
    void messagesMissedWhileOfflineAreLoaded() {
        var ada = parley.customer("Ada");
        ada.writes("Hello?");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);
        assertThat(own(phone)).hasCount(1);

        phone.context().setOffline(true);
        says(ada, Map.of("text", "We are here."));
        phone.context().setOffline(false);

        assertThat(theirs(phone)).containsText("We are here.");
    }

    @Test
    void faultsAreSetForOnePageAndCleared() {
        var ada = parley.customer("Ada");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);
        phone.getByTestId("tab-faults").click();

        phone.getByTestId("fault-scope").selectOption(parley.page());
        phone.getByTestId("next-duplicate").fill("1");
        phone.keyboard().press("Tab");
        phone.getByTestId("fault-cutAfter").check();
        assertThat(phone.getByTestId("fault-set")).hasCount(2);
        assertThat(phone.getByTestId("fault-set").first()).containsText("Send twice, 1 more time");

        phone.getByTestId("composer").fill("Is anybody there?");
        phone.keyboard().press("Enter");
        assertThat(phone.getByTestId("fault-set")).hasCount(1);
        assertThat(phone.getByTestId("next-duplicate")).hasValue("0");

        phone.getByTestId("clear-faults").click();
        assertThat(phone.getByTestId("fault-set")).hasCount(0);
        assertThat(phone.getByTestId("fault-cutAfter")).not().isChecked();
        assertThat(parley.simulator().get("/simulator/faults").path("list")).isEmpty();
    }

    @Test
    void anotherAppTakesTheThreadAndAnswers() {
        var ada = parley.customer("Ada");
        ada.writes("Anybody at night?");
        var phone = windows.messenger(parley, ada, "en-US", 1440, 900);
        phone.getByTestId("tab-apps").click();

        phone.getByTestId("app-name").fill("Night bot");
        phone.getByTestId("app-add").click();
        phone.getByTestId("actor").selectOption("Night bot");
        phone.getByTestId("control-take").click();
        assertThat(phone.getByTestId("holder")).containsText("Night bot controls it");
        phone.getByTestId("inbox-text").fill("We open at ten.");
        phone.getByTestId("inbox-send").click();

        assertThat(theirs(phone)).containsText("We open at ten.");
        phone.getByTestId("control-release").click();
        assertThat(phone.getByTestId("holder")).containsText("No app controls it");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void thePageIsAccessible(int width) {
        var chen = parley.customer("陳美玲");
        chen.writes("請問今天有營業嗎？");
        shows(chen, opinion());
        var phone = windows.messenger(parley, chen, "zh-TW", width, 844);

        assertThat(theirs(phone)).hasCount(1);
        ScreenChecks.legible(phone);
        phone.getByTestId("info").click();
        ScreenChecks.legible(phone);
        phone.keyboard().press("Escape");
        if (width < 720) {
            phone.getByTestId("view-backstage").click();
        }
        for (var tab : List.of("tab-faults", "tab-apps", "tab-activity")) {
            phone.getByTestId(tab).click();
            ScreenChecks.legible(phone);
        }
    }

    private static Locator own(Page phone) {
        return phone.locator(".row.mine:not(.local)");
    }

    private static Locator theirs(Page phone) {
        return phone.locator(".row.theirs");
    }

    private static void tool(Locator row, String name) {
        row.hover();
        row.getByTestId("tool-" + name).click();
    }

    private void shows(TestCustomer customer, Map<String, Object> template) {
        says(customer, Map.of("attachment", Map.of("type", "template", "payload", template)));
    }

    private void says(TestCustomer customer, Map<String, Object> message) {
        var recipient = Map.of("id", customer.psid());
        parley.simulator()
                .post(
                        "/v26.0/me/messages?access_token=" + token(),
                        Map.of("recipient", recipient, "message", message));
    }

    private String token() {
        return parley.simulator()
                .state()
                .path("pages")
                .valueStream()
                .filter(page -> page.path("id").asString().equals(parley.page()))
                .findFirst()
                .orElseThrow()
                .path("token")
                .asString();
    }

    /// {@return the latest posted event with this key}
    private JsonNode posted(String key) {
        parley.until("it is posted", () -> latest(key).isPresent());
        return latest(key).orElseThrow();
    }

    private Optional<JsonNode> latest(String key) {
        return parley.simulator()
                .get("/simulator/webhooks")
                .valueStream()
                .map(webhook -> JsonMapper.shared().readTree(webhook.path("body").asString()))
                .map(body -> body.at("/entry/0/messaging/0"))
                .filter(event -> event.has(key) && !event.at("/message").has("is_echo"))
                .reduce((_, later) -> later)
                .map(event -> event.path(key));
    }

    private static List<Map<String, Object>> teas() {
        return List.of(tea(1), tea(2), tea(3));
    }

    private static Map<String, Object> tea(int number) {
        var button =
                Map.of(
                        "type", "postback",
                        "title", "Order no. " + number,
                        "payload", "ORDER_" + number);
        return Map.of("title", "Oolong no. " + number, "buttons", List.of(button));
    }

    private static Map<String, Object> opinion() {
        var more = Map.of("type", "free_form", "placeholder", "Tell us more");
        var question =
                Map.of("id", "q1", "type", "csat", "title", "How was it?", "follow_up", more);
        return Map.of(
                "template_type", "customer_feedback",
                "title", "Your opinion",
                "button_title", "Rate",
                "feedback_screens", List.of(Map.of("questions", List.of(question))),
                "business_privacy", Map.of("url", "https://example.com"));
    }

    private static Map<String, Object> reply(String title, String payload) {
        return Map.of("content_type", "text", "title", title, "payload", payload);
    }
}
