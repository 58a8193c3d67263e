package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.outbox.SendBlocks;
import dev.parley.testing.Desk;
import dev.parley.testing.TestCustomer;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A reply survives every error that Meta can return.
@ExtendWith(TestParleyExtension.class)
class FaultsTests {
    private final TestParley parley;
    private final Desk ann;
    private final TestCustomer ada;

    FaultsTests(TestParley parley) {
        this.parley = parley;
        this.ann = parley.agent("Ann");
        this.ada = parley.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
    }

    @Test
    void anExpiredTokenStopsThePageUntilItIsReplaced() {
        parley.simulator().refuseNext(1, 190, 463);
        ann.replies("First");
        ann.sees("access token has expired");
        ann.replies("Second");
        assertThat(ann.marks()).endsWith("queued", "queued");
        parley.timePasses(Duration.ofHours(20));
        assertThat(problems()).containsExactly("expired stopped");
        assertThat(parley.simulator().sends()).isEmpty();

        replaceToken(parley.page());

        parley.until("Ada hears", () -> ada.received().equals(List.of("First", "Second")));
        assertThat(problems()).isEmpty();
    }

    @Test
    void aLimitedPagePausesAndResumesAutomatically() {
        parley.simulator().refuseNext(1, 613, 0);
        ann.replies("Patience");
        ann.sees("Too many messages were sent at once");
        assertThat(problems()).containsExactly("limit");

        parley.timePasses(Duration.ofMinutes(1));

        parley.until("Ada hears", () -> ada.received().equals(List.of("Patience")));
    }

    @Test
    void aPageNearItsLimitPauses() {
        var simulator = parley.simulator();
        simulator.post("/simulator/faults", Map.of("kind", "usage", "percent", 97, "always", true));
        ann.replies("First");
        parley.until("the page is paused", () -> problems().equals(List.of("limit")));
        ann.replies("Second");
        assertThat(ann.marks()).endsWith("queued");

        simulator.delete("/simulator/faults", "");
        parley.timePasses(Duration.ofMinutes(2));

        parley.until("Ada hears", () -> ada.received().equals(List.of("First", "Second")));
    }

    @Test
    void aRestrictedPagePausesForHoursAndAdministratorsAreNotified() {
        parley.simulator().refuseNext(1, 368, 1390008);
        ann.replies("Patience");
        ann.sees("has temporarily restricted sending");
        parley.timePasses(Duration.ofMinutes(50));
        parley.settle();
        assertThat(ada.received()).isEmpty();

        assertThat(traffic()).contains("Page quality", "368/1390008");
        parley.timePasses(Duration.ofHours(2));

        parley.until("Ada hears", () -> ada.received().equals(List.of("Patience")));
    }

    @Test
    void aPolicyViolationIsRefusedAndExplained() {
        refused(10, 2018278, "reply window was closed");
        refused(551, 1545041, "cannot be reached");
        refused(100, 0, "did not accept");
        refused(10, 2018300, "Another app currently controls");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anUnapprovedTagIsRefusedAndAdministratorsAreNotified() {
        refused(100, 2018276, "cannot use the human agent tag");

        assertThat(problems()).containsExactly("tag");
        assertThat(traffic()).contains("Request the Human Agent feature");
        ann.replies("Within the window");
        parley.until("Ada hears", () -> ada.received().contains("Within the window"));
    }

    @Test
    void aFileThatCannotBeFetchedIsTriedTwice() {
        parley.simulator().refuseNext(2, 100, 2018008);

        ann.replies("Look at this");

        ann.seesMark("failed");
        assertThat(ann.thread()).contains("could not retrieve the file");
    }

    @Test
    void aFileThatMessengerLostIsUploadedAgain() {
        parley.simulator().refuseNext(1, 100, 2018074);

        ann.replies("Look at this");

        parley.until("Ada sees it", () -> ada.received().contains("Look at this"));
        ann.seesMark("delivered");
    }

    @Test
    void anHtmlResponseIsUnknownUntilTheHistoryIsQueried() {
        parley.simulator()
                .put(
                        "/simulator/faults",
                        Map.of("sends", Map.of("next", 1, "status", 502, "html", true)));

        ann.replies("Did this arrive?");

        parley.until("Ada hears", () -> ada.received().equals(List.of("Did this arrive?")));
        ann.seesMark("delivered");
    }

    @Test
    void anAmbiguousErrorIsLookedUpFirst() {
        parley.simulator().refuseNext(1, 1, 1357046);

        ann.replies("Sent all the same?");

        parley.until("Ada hears", () -> ada.received().equals(List.of("Sent all the same?")));
        ann.seesMark("delivered");
    }

    @Test
    void aSlowPageDelaysNoOther() {
        var ben = parley.customer("Ben").at(parley.secondPage());
        parley.simulator().delayNext(1, Duration.ofMillis(3_500));
        ben.writes("Hello");
        ann.replies("Slow");
        parley.until(
                "it is under way",
                () ->
                        parley.count(
                                        "select count(*) from outgoing_message where state = 'SENDING'")
                                == 1);

        ann.accepts(ben).replies("Quick");

        parley.until("Ben hears", () -> ben.received().equals(List.of("Quick")));
        assertThat(ada.received()).isEmpty();
        parley.until("Ada hears", () -> ada.received().equals(List.of("Slow")));
    }

    @Test
    void aPageWithoutATokenDelaysNoOther() {
        var ben = parley.customer("Ben").at(parley.secondPage());
        ben.writes("Hello");
        parley.simulator().refuseNext(1, 190, 460);
        ann.replies("Held");
        ann.sees("access token is no longer valid");

        ann.accepts(ben).replies("Goes out");

        parley.until("Ben hears", () -> ben.received().equals(List.of("Goes out")));
        parley.settle();
        assertThat(ada.received()).isEmpty();
    }

    private void refused(int code, int subcode, String words) {
        parley.simulator().refuseNext(1, code, subcode);
        ann.replies("No use " + subcode);
        ann.seesMark("failed");
        ann.sees(words);
    }

    private String traffic() {
        return parley.desk("Alexandra", Role.ADMINISTRATOR).get("/admin/traffic").body();
    }

    private void replaceToken(String page) {
        var pages = parley.part(FacebookPages.class);
        var found = pages.byPageId(page).orElseThrow();
        pages.replaceToken(found, new Secret(found.token().reveal()), parley.anyUser());
    }

    private List<String> problems() {
        return parley.part(SendBlocks.class).active(Instant.EPOCH, Instant.EPOCH).stream()
                .map(problem -> problem.cause() + (problem.stopped() ? " stopped" : ""))
                .toList();
    }
}
