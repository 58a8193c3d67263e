package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Customer;
import dev.parley.house.Desk;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.doctor.Alerts;
import dev.parley.messenger.doctor.CheckVerdict;
import dev.parley.messenger.doctor.Doctor;
import dev.parley.messenger.doctor.Finding;
import dev.parley.messenger.doctor.PageAlert;
import dev.parley.messenger.doctor.ProvisioningState;
import dev.parley.messenger.doctor.Resubscription;
import dev.parley.messenger.doctor.StateChange;
import dev.parley.work.Pump;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whether a page works is measured, reported, and fixed.
@ExtendWith(HouseExtension.class)
class DoctorTests {
    private final House house;
    private final Desk alex;
    private final Customer ada;

    DoctorTests(House house) {
        this.house = house;
        this.alex = house.desk("Alexandra", Role.ADMINISTRATOR);
        this.ada = house.customer("Ada");
        alex.setPresence("AWAY");
        house.until("it runs", () -> state() == ProvisioningState.RUNNING);
    }

    @Test
    void anInvalidTokenLosesNothing() {
        var ann = house.agent("Ann");
        ada.writes("Hello");
        ann.accepts(ada);
        setFault(Map.of("kind", "tokenInvalid", "subcode", 463, "page", house.page()));

        ann.replies("First");

        ann.sees("Waiting for a token");
        ann.replies("Second");
        ada.writes("Are you there?");
        ann.sees("Are you there?");
        house.until("it is detected", () -> wrong().equals(List.of("tokenExpired")));
        assertThat(state()).isEqualTo(ProvisioningState.NEEDS_ATTENTION);
        assertThat(alex.get("/admin").body()).contains("needs attention", "The token has expired.");
        assertThat(house.mailServer().emails()).isEmpty();
        house.timePasses(Duration.ofMinutes(3));
        house.until("an e-mail arrives", () -> house.mailServer().emails().size() == 1);
        assertThat(house.mailServer().emails().getFirst())
                .contains("needs attention", "The token has expired.", "/admin/messaging-accounts/")
                .doesNotContain(token());

        clearFaults();
        assertThat(
                        alex.post(address() + "/token", Map.of("token", token()))
                                .headers()
                                .firstValue("Location"))
                .hasValue(address() + "?replaced");

        house.until("Ada hears", () -> ada.received().equals(List.of("First", "Second")));
        house.until("it runs", () -> state() == ProvisioningState.RUNNING);
        assertThat(alerts()).isEmpty();
        assertThat(history()).contains("NEEDS_ATTENTION [tokenExpired]", "RUNNING []");
        assertThat(history().getFirst()).isEqualTo("RUNNING []");
    }

    @Test
    void anEmailWaitsForTheMailServerAndArrivesOnce() {
        house.mailServer().refuses(true);
        setFault(Map.of("kind", "tokenInvalid", "subcode", 463, "page", house.page()));
        checkAgain();
        house.until("it is detected", () -> wrong().equals(List.of("tokenExpired")));
        house.timePasses(Duration.ofMinutes(3));
        house.until("it was tried", () -> emails("attempts = 1 and problem is not null") == 1);

        ada.writes("Does anybody hear me?");
        house.handled(1);
        clearFaults();
        checkAgain();
        house.until("it runs", () -> state() == ProvisioningState.RUNNING);
        house.timePasses(Duration.ofMinutes(2));
        house.until("it was tried again", () -> emails("attempts = 2") == 1);
        assertThat(house.mailServer().emails()).isEmpty();
        house.mailServer().refuses(false);
        house.timePasses(Duration.ofMinutes(5));

        house.until("the e-mail has arrived", () -> emails("sent_at is not null") == 1);
        house.timePasses(Duration.ofDays(1));
        house.part(Pump.class, "mailPump").drain();
        assertThat(house.mailServer().emails())
                .singleElement()
                .asString()
                .contains("The token has expired.");
    }

    @Test
    void anEmailWithALostReceiptKeepsItsMessageId() {
        house.mailServer().dropsReceipt();
        setFault(Map.of("kind", "tokenInvalid", "subcode", 463, "page", house.page()));
        checkAgain();
        house.until("it is detected", () -> wrong().equals(List.of("tokenExpired")));
        house.timePasses(Duration.ofMinutes(3));
        house.until("it was tried", () -> emails("attempts = 1 and problem is not null") == 1);
        house.timePasses(Duration.ofMinutes(2));

        house.until("the receipt has come", () -> emails("sent_at is not null") == 1);
        assertThat(house.mailServer().emails()).hasSize(2);
        assertThat(house.mailServer().emails().stream().map(DoctorTests::messageId).distinct())
                .singleElement()
                .asString()
                .endsWith("@example.com>");
    }

    @Test
    void theExpiryOfATokenIsReportedOnceForEachThreshold() {
        setFault(Map.of("kind", "tokenEnds", "days", 10, "page", house.page()));
        checkAgain();
        house.until("it is reported", () -> days().equals(List.of(14)));
        assertThat(state()).isEqualTo(ProvisioningState.RUNNING);
        clearFaults();
        setFault(Map.of("kind", "tokenEnds", "days", 2, "page", house.page()));
        checkAgain();
        house.until("it is reported again", () -> days().equals(List.of(3)));
        checkAgain();
        house.until("it was checked", () -> state() == ProvisioningState.RUNNING);
        assertThat(days()).containsExactly(3);
        assertThat(house.count("select count(*) from page_alert where cause = 'tokenEndsSoon'"))
                .isEqualTo(2);
        assertThat(alex.get("/admin").body()).contains("expires soon");
    }

    @Test
    void aStoppedPageSendsNothingAndLosesNothing() {
        var ann = house.agent("Ann");
        ada.writes("Hello");
        ann.accepts(ada);
        house.handled(1);

        assertThat(alex.post(address() + "/stop", Map.of()).statusCode()).isEqualTo(303);
        house.until("it pauses", () -> state() == ProvisioningState.STOPPED);
        ann.replies("Held");

        ann.sees("an administrator has stopped the page");
        assertThat(fields()).isEmpty();
        ada.writes("Does this reach you?");
        assertThat(alex.get(address()).body()).contains("Stopped", "replies wait");

        alex.post(address() + "/start", Map.of());

        house.until("Ada hears", () -> ada.received().equals(List.of("Held")));
        ann.sees("Does this reach you?");
        house.until("it runs", () -> state() == ProvisioningState.RUNNING);
        assertThat(fields()).contains("messages");
        assertThat(history()).contains("STOPPED []");
    }

    @Test
    void aTokenIsReplacedOnlyByAValidOne() {
        var before = page().token().reveal();

        var ofAnother = alex.post(address() + "/token", Map.of("token", tokenOf(1)));
        var nonsense = alex.post(address() + "/token", Map.of("token", "EAAnonsense"));
        var ofAPerson = alex.post(address() + "/token", Map.of("token", userToken()));

        assertThat(ofAnother.statusCode()).isEqualTo(422);
        assertThat(ofAnother.body())
                .contains("This token belongs to the page", house.secondPage())
                .doesNotContain(tokenOf(1));
        assertThat(nonsense.body()).contains("Facebook does not accept this token");
        assertThat(ofAPerson.body()).contains("a user access token");
        assertThat(page().token().reveal()).isEqualTo(before);
    }

    @Test
    void aUserTokenIsExchangedForALongLivedOne() {
        var refused = alex.post(address() + "/exchange", Map.of("userToken", tokenOf(1)));
        var exchanged = alex.post(address() + "/exchange", Map.of("userToken", userToken()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("not a user access token");
        assertThat(exchanged.headers().firstValue("Location")).hasValue(address() + "?exchanged");
        assertThat(page().token().reveal()).isEqualTo(token());
        house.until("it runs", () -> state() == ProvisioningState.RUNNING);
    }

    @Test
    void theHandshakeAndTheFirstEventUpdateTheState() {
        var account = house.account();
        house.simulator()
                .put("/simulator/apps/%s/callback".formatted(account.applicationId()), Map.of());
        checkAgain();
        house.until("it is detected", () -> wrong().equals(List.of("callbackMissing")));

        house.simulator()
                .post(
                        "/%s/subscriptions".formatted(account.applicationId()),
                        Map.of(
                                "object",
                                "page",
                                "callback_url",
                                house.url() + account.callbackPath(),
                                "verify_token",
                                account.verifyToken().reveal(),
                                "fields",
                                "messages",
                                "access_token",
                                account.applicationId() + "|" + account.appSecret().reveal()));
        house.until("it runs again", () -> state() == ProvisioningState.RUNNING);

        subscription(List.of());
        checkAgain();
        house.until("it is detected", () -> wrong().equals(List.of("notInstalled")));
        house.timePasses(Duration.ofMinutes(2));
        subscription(List.of("messages", "message_echoes"));
        ada.writes("Hello");
        house.until("it runs once more", () -> state() == ProvisioningState.RUNNING);
        house.part(Resubscription.class).subscribe(account, page(), house.anyUser());
    }

    @Test
    void anExchangeIsOfferedOnlyWhereItHelps() {
        assertThat(alex.get(address()).body())
                .contains("never", "action=\"%s/token\"".formatted(address()))
                .doesNotContain("action=\"%s/exchange\"".formatted(address()));

        setFault(Map.of("kind", "tokenEnds", "days", 40, "page", house.page()));
        checkAgain();
        house.until("it is known", () -> offersExchange());
        clearFaults();
        setFault(Map.of("kind", "dataAccessEnds", "days", 5, "page", house.page()));
        checkAgain();
        house.until(
                "access expires soon",
                () -> alex.get(address()).body().contains("must be renewed"));
        assertThat(offersExchange()).isTrue();
        clearFaults();
        checkAgain();
        house.until("it does not help again", () -> !offersExchange());
        assertThat(
                        alex.post(address() + "/exchange", Map.of("userToken", "EAAnobodysToken"))
                                .body())
                .contains("id=\"userToken-problem\"");
    }

    private boolean offersExchange() {
        return alex.get(address()).body().contains("action=\"%s/exchange\"".formatted(address()));
    }

    private void subscription(List<String> fields) {
        house.simulator()
                .put(
                        "/simulator/pages/%s/subscription".formatted(house.page()),
                        Map.of("fields", fields));
    }

    @Test
    void aTestMessageShowsEachStep() {
        alex.post(address() + "/test-message", Map.of());
        assertThat(alex.get(address() + "/test-message").body())
                .contains("Now send a message to", "NOT_YET");

        ada.writes("Is this thing on?");

        house.until(
                "it has arrived",
                () ->
                        alex.get(address() + "/test-message")
                                .body()
                                .contains("Your message was delivered"));
        house.timePasses(Duration.ofMinutes(1));
        alex.post(address() + "/test-message", Map.of());
        house.timePasses(Duration.ofMinutes(3));
        assertThat(alex.get(address() + "/test-message").body())
                .contains("Nothing has arrived for 3 minutes", "All checks are good");
    }

    @Test
    void onlyAdministratorsCanCheckOrStop() {
        var sue = house.desk("Sue", Role.SUPERVISOR, Role.AGENT);

        assertThat(sue.get(address()).statusCode()).isEqualTo(403);
        assertThat(sue.post(address() + "/stop", Map.of()).statusCode()).isEqualTo(403);
    }

    private void setFault(Map<String, ?> fault) {
        house.simulator().post("/simulator/faults", fault);
    }

    private void clearFaults() {
        house.simulator().clearFaults();
    }

    private void checkAgain() {
        assertThat(alex.post(address() + "/check", Map.of()).statusCode()).isEqualTo(303);
    }

    private FacebookPage page() {
        return house.part(FacebookPages.class).byPageId(house.page()).orElseThrow();
    }

    private String address() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(page().account(), page().id());
    }

    private ProvisioningState state() {
        return house.part(Doctor.class).of(page()).shown();
    }

    private List<String> wrong() {
        return house.part(Doctor.class).findings(page()).stream()
                .filter(one -> one.verdict() == CheckVerdict.WRONG)
                .map(Finding::cause)
                .toList();
    }

    private List<PageAlert> alerts() {
        return house.part(Alerts.class).active().stream()
                .filter(alert -> alert.page().equals(house.page()))
                .toList();
    }

    private List<Integer> days() {
        return alerts().stream().map(PageAlert::days).toList();
    }

    private List<String> history() {
        return house.part(Doctor.class).history(page()).stream().map(DoctorTests::brief).toList();
    }

    private static String brief(StateChange change) {
        return change.state() + " " + change.causes();
    }

    private List<String> fields() {
        return house.simulator()
                .state()
                .path("pages")
                .path(0)
                .path("subscribedFields")
                .valueStream()
                .map(field -> field.asString())
                .toList();
    }

    private long emails(String which) {
        return house.count("select count(*) from email where " + which);
    }

    private static String messageId(String email) {
        return email.lines()
                .filter(line -> line.startsWith("Message-ID"))
                .findFirst()
                .orElseThrow();
    }

    private String token() {
        return tokenOf(0);
    }

    private String tokenOf(int place) {
        return house.simulator().state().path("pages").path(place).path("token").asString();
    }

    private String userToken() {
        return house.simulator().state().path("apps").path(0).path("userToken").asString();
    }
}
