package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.background.Pump;
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
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whether a page works is measured, reported, and fixed.
@ExtendWith(TestParleyExtension.class)
class DoctorTests {
    private final TestParley parley;
    private final Desk alex;
    private final TestCustomer ada;

    DoctorTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        this.ada = parley.customer("Ada");
        alex.setPresence("AWAY");
        parley.until("it runs", () -> state() == ProvisioningState.RUNNING);
    }

    @Test
    void anInvalidTokenLosesNothing() {
        var ann = parley.agent("Ann");
        ada.writes("Hello");
        ann.accepts(ada);
        setFault(Map.of("kind", "tokenInvalid", "subcode", 463, "page", parley.page()));

        ann.replies("First");

        ann.sees("Waiting for a token");
        ann.replies("Second");
        ada.writes("Are you there?");
        ann.sees("Are you there?");
        parley.until("it is detected", () -> wrong().equals(List.of("tokenExpired")));
        assertThat(state()).isEqualTo(ProvisioningState.NEEDS_ATTENTION);
        assertThat(alex.get("/admin").body()).contains("needs attention", "The token has expired.");
        assertThat(parley.mailServer().emails()).isEmpty();
        parley.timePasses(Duration.ofMinutes(3));
        parley.until("an e-mail arrives", () -> parley.mailServer().emails().size() == 1);
        assertThat(parley.mailServer().emails().getFirst())
                .contains("needs attention", "The token has expired.", "/admin/messaging-accounts/")
                .doesNotContain(token());

        clearFaults();
        assertThat(
                        alex.post(address() + "/token", Map.of("token", token()))
                                .headers()
                                .firstValue("Location"))
                .hasValue(address() + "?replaced");

        parley.until("Ada hears", () -> ada.received().equals(List.of("First", "Second")));
        parley.until("it runs", () -> state() == ProvisioningState.RUNNING);
        assertThat(alerts()).isEmpty();
        assertThat(history()).contains("NEEDS_ATTENTION [tokenExpired]", "RUNNING []");
        assertThat(history().getFirst()).isEqualTo("RUNNING []");
    }

    @Test
    void anEmailWaitsForTheMailServerAndArrivesOnce() {
        parley.mailServer().refuses(true);
        setFault(Map.of("kind", "tokenInvalid", "subcode", 463, "page", parley.page()));
        checkAgain();
        parley.until("it is detected", () -> wrong().equals(List.of("tokenExpired")));
        parley.timePasses(Duration.ofMinutes(3));
        parley.until("it was tried", () -> emails("attempts = 1 and problem is not null") == 1);

        ada.writes("Does anybody hear me?");
        parley.handled(1);
        clearFaults();
        checkAgain();
        parley.until("it runs", () -> state() == ProvisioningState.RUNNING);
        parley.timePasses(Duration.ofMinutes(2));
        parley.until("it was tried again", () -> emails("attempts = 2") == 1);
        assertThat(parley.mailServer().emails()).isEmpty();
        parley.mailServer().refuses(false);
        parley.timePasses(Duration.ofMinutes(5));

        parley.until("the e-mail has arrived", () -> emails("sent_at is not null") == 1);
        parley.timePasses(Duration.ofDays(1));
        parley.part(Pump.class, "mailPump").drain();
        assertThat(parley.mailServer().emails())
                .singleElement()
                .asString()
                .contains("The token has expired.");
    }

    @Test
    void anEmailWithALostReceiptKeepsItsMessageId() {
        parley.mailServer().dropsReceipt();
        setFault(Map.of("kind", "tokenInvalid", "subcode", 463, "page", parley.page()));
        checkAgain();
        parley.until("it is detected", () -> wrong().equals(List.of("tokenExpired")));
        parley.timePasses(Duration.ofMinutes(3));
        parley.until("it was tried", () -> emails("attempts = 1 and problem is not null") == 1);
        parley.timePasses(Duration.ofMinutes(2));

        parley.until("the receipt has come", () -> emails("sent_at is not null") == 1);
        assertThat(parley.mailServer().emails()).hasSize(2);
        assertThat(parley.mailServer().emails().stream().map(DoctorTests::messageId).distinct())
                .singleElement()
                .asString()
                .endsWith("@example.com>");
    }

    @Test
    void theExpiryOfATokenIsReportedOnceForEachThreshold() {
        setFault(Map.of("kind", "tokenEnds", "days", 10, "page", parley.page()));
        checkAgain();
        parley.until("it is reported", () -> days().equals(List.of(14)));
        assertThat(state()).isEqualTo(ProvisioningState.RUNNING);
        clearFaults();
        setFault(Map.of("kind", "tokenEnds", "days", 2, "page", parley.page()));
        checkAgain();
        parley.until("it is reported again", () -> days().equals(List.of(3)));
        checkAgain();
        parley.until("it was checked", () -> state() == ProvisioningState.RUNNING);
        assertThat(days()).containsExactly(3);
        assertThat(parley.count("select count(*) from page_alert where cause = 'tokenEndsSoon'"))
                .isEqualTo(2);
        assertThat(alex.get("/admin").body()).contains("expires soon");
    }

    @Test
    void aStoppedPageSendsNothingAndLosesNothing() {
        var ann = parley.agent("Ann");
        ada.writes("Hello");
        ann.accepts(ada);
        parley.handled(1);

        assertThat(alex.post(address() + "/stop", Map.of()).statusCode()).isEqualTo(303);
        parley.until("it pauses", () -> state() == ProvisioningState.STOPPED);
        ann.replies("Held");

        ann.sees("an administrator has stopped the page");
        assertThat(fields()).isEmpty();
        ada.writes("Does this reach you?");
        assertThat(alex.get(address()).body()).contains("Stopped", "replies wait");

        alex.post(address() + "/start", Map.of());

        parley.until("Ada hears", () -> ada.received().equals(List.of("Held")));
        ann.sees("Does this reach you?");
        parley.until("it runs", () -> state() == ProvisioningState.RUNNING);
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
                .contains("This token belongs to the page", parley.secondPage())
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
        parley.until("it runs", () -> state() == ProvisioningState.RUNNING);
    }

    @Test
    void theHandshakeAndTheFirstEventUpdateTheState() {
        var account = parley.account();
        parley.simulator()
                .put("/simulator/apps/%s/callback".formatted(account.applicationId()), Map.of());
        checkAgain();
        parley.until("it is detected", () -> wrong().equals(List.of("callbackMissing")));

        parley.simulator()
                .post(
                        "/%s/subscriptions".formatted(account.applicationId()),
                        Map.of(
                                "object",
                                "page",
                                "callback_url",
                                parley.url() + account.callbackPath(),
                                "verify_token",
                                account.verifyToken().reveal(),
                                "fields",
                                "messages",
                                "access_token",
                                account.applicationId() + "|" + account.appSecret().reveal()));
        parley.until("it runs again", () -> state() == ProvisioningState.RUNNING);

        subscription(List.of());
        checkAgain();
        parley.until("it is detected", () -> wrong().equals(List.of("notInstalled")));
        parley.timePasses(Duration.ofMinutes(2));
        subscription(List.of("messages", "message_echoes"));
        ada.writes("Hello");
        parley.until("it runs once more", () -> state() == ProvisioningState.RUNNING);
        parley.part(Resubscription.class).subscribe(account, page(), parley.anyUser());
    }

    @Test
    void anExchangeIsOfferedOnlyWhereItHelps() {
        assertThat(alex.get(address()).body())
                .contains("never", "action=\"%s/token\"".formatted(address()))
                .doesNotContain("action=\"%s/exchange\"".formatted(address()));

        setFault(Map.of("kind", "tokenEnds", "days", 40, "page", parley.page()));
        checkAgain();
        parley.until("it is known", () -> offersExchange());
        clearFaults();
        setFault(Map.of("kind", "dataAccessEnds", "days", 5, "page", parley.page()));
        checkAgain();
        parley.until(
                "access expires soon",
                () -> alex.get(address()).body().contains("must be renewed"));
        assertThat(offersExchange()).isTrue();
        clearFaults();
        checkAgain();
        parley.until("it does not help again", () -> !offersExchange());
        assertThat(
                        alex.post(address() + "/exchange", Map.of("userToken", "EAAnobodysToken"))
                                .body())
                .contains("id=\"userToken-problem\"");
    }

    private boolean offersExchange() {
        return alex.get(address()).body().contains("action=\"%s/exchange\"".formatted(address()));
    }

    private void subscription(List<String> fields) {
        parley.simulator()
                .put(
                        "/simulator/pages/%s/subscription".formatted(parley.page()),
                        Map.of("fields", fields));
    }

    @Test
    void aTestMessageShowsEachStep() {
        alex.post(address() + "/test-message", Map.of());
        assertThat(alex.get(address() + "/test-message").body())
                .contains("Now send a message to", "NOT_YET");

        ada.writes("Is this thing on?");

        parley.until(
                "it has arrived",
                () ->
                        alex.get(address() + "/test-message")
                                .body()
                                .contains("Your message was delivered"));
        parley.timePasses(Duration.ofMinutes(1));
        alex.post(address() + "/test-message", Map.of());
        parley.timePasses(Duration.ofMinutes(3));
        assertThat(alex.get(address() + "/test-message").body())
                .contains("Nothing has arrived for 3 minutes", "All checks are good");
    }

    @Test
    void onlyAdministratorsCanCheckOrStop() {
        var sue = parley.desk("Sue", Role.SUPERVISOR, Role.AGENT);

        assertThat(sue.get(address()).statusCode()).isEqualTo(403);
        assertThat(sue.post(address() + "/stop", Map.of()).statusCode()).isEqualTo(403);
    }

    private void setFault(Map<String, ?> fault) {
        parley.simulator().post("/simulator/faults", fault);
    }

    private void clearFaults() {
        parley.simulator().clearFaults();
    }

    private void checkAgain() {
        assertThat(alex.post(address() + "/check", Map.of()).statusCode()).isEqualTo(303);
    }

    private FacebookPage page() {
        return parley.part(FacebookPages.class).byPageId(parley.page()).orElseThrow();
    }

    private String address() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(page().account(), page().id());
    }

    private ProvisioningState state() {
        return parley.part(Doctor.class).of(page()).shown();
    }

    private List<String> wrong() {
        return parley.part(Doctor.class).findings(page()).stream()
                .filter(one -> one.verdict() == CheckVerdict.WRONG)
                .map(Finding::cause)
                .toList();
    }

    private List<PageAlert> alerts() {
        return parley.part(Alerts.class).active().stream()
                .filter(alert -> alert.page().equals(parley.page()))
                .toList();
    }

    private List<Integer> days() {
        return alerts().stream().map(PageAlert::days).toList();
    }

    private List<String> history() {
        return parley.part(Doctor.class).history(page()).stream().map(DoctorTests::brief).toList();
    }

    private static String brief(StateChange change) {
        return change.state() + " " + change.causes();
    }

    private List<String> fields() {
        return parley.simulator()
                .state()
                .path("pages")
                .path(0)
                .path("subscribedFields")
                .valueStream()
                .map(field -> field.asString())
                .toList();
    }

    private long emails(String which) {
        return parley.count("select count(*) from email where " + which);
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
        return parley.simulator().state().path("pages").path(place).path("token").asString();
    }

    private String userToken() {
        return parley.simulator().state().path("apps").path(0).path("userToken").asString();
    }
}
