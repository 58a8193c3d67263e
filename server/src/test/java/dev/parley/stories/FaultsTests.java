package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.house.Customer;
import dev.parley.house.Desk;
import dev.parley.house.House;
import dev.parley.house.HouseExtension;
import dev.parley.identity.Role;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.outbox.SendBlocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A reply survives every error that Meta can return.
@ExtendWith(HouseExtension.class)
class FaultsTests {
    private final House house;
    private final Desk ann;
    private final Customer ada;

    FaultsTests(House house) {
        this.house = house;
        this.ann = house.agent("Ann");
        this.ada = house.customer("Ada");
        ada.writes("Hello");
        ann.accepts(ada);
    }

    @Test
    void anExpiredTokenStopsThePageUntilItIsReplaced() {
        house.simulator().refuseNext(1, 190, 463);
        ann.replies("First");
        ann.sees("access token has expired");
        ann.replies("Second");
        assertThat(ann.marks()).endsWith("queued", "queued");
        house.timePasses(Duration.ofHours(20));
        assertThat(problems()).containsExactly("expired stopped");
        assertThat(house.simulator().sends()).isEmpty();

        replaceToken(house.page());

        house.until("Ada hears", () -> ada.received().equals(List.of("First", "Second")));
        assertThat(problems()).isEmpty();
    }

    @Test
    void aLimitedPagePausesAndResumesAutomatically() {
        house.simulator().refuseNext(1, 613, 0);
        ann.replies("Patience");
        ann.sees("Too many messages were sent at once");
        assertThat(problems()).containsExactly("limit");

        house.timePasses(Duration.ofMinutes(1));

        house.until("Ada hears", () -> ada.received().equals(List.of("Patience")));
    }

    @Test
    void aPageNearItsLimitPauses() {
        var simulator = house.simulator();
        simulator.post("/simulator/faults", Map.of("kind", "usage", "percent", 97, "always", true));
        ann.replies("First");
        house.until("the page rests", () -> problems().equals(List.of("limit")));
        ann.replies("Second");
        assertThat(ann.marks()).endsWith("queued");

        simulator.delete("/simulator/faults", "");
        house.timePasses(Duration.ofMinutes(2));

        house.until("Ada hears", () -> ada.received().equals(List.of("First", "Second")));
    }

    @Test
    void aRestrictedPagePausesForHoursAndAdministratorsAreNotified() {
        house.simulator().refuseNext(1, 368, 1390008);
        ann.replies("Patience");
        ann.sees("has temporarily restricted sending");
        house.timePasses(Duration.ofMinutes(50));
        house.settle();
        assertThat(ada.received()).isEmpty();

        assertThat(traffic()).contains("Page quality", "368/1390008");
        house.timePasses(Duration.ofHours(2));

        house.until("Ada hears", () -> ada.received().equals(List.of("Patience")));
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
        house.until("Ada hears", () -> ada.received().contains("Within the window"));
    }

    @Test
    void aFileThatCannotBeFetchedIsTriedTwice() {
        house.simulator().refuseNext(2, 100, 2018008);

        ann.replies("Look at this");

        ann.seesMark("failed");
        assertThat(ann.thread()).contains("could not retrieve the file");
    }

    @Test
    void aFileThatMessengerLostIsUploadedAgain() {
        house.simulator().refuseNext(1, 100, 2018074);

        ann.replies("Look at this");

        house.until("Ada sees it", () -> ada.received().contains("Look at this"));
        ann.seesMark("delivered");
    }

    @Test
    void anHtmlResponseIsUnknownUntilTheHistoryIsQueried() {
        house.simulator()
                .put(
                        "/simulator/faults",
                        Map.of("sends", Map.of("next", 1, "status", 502, "html", true)));

        ann.replies("Did this arrive?");

        house.until("Ada hears", () -> ada.received().equals(List.of("Did this arrive?")));
        ann.seesMark("delivered");
    }

    @Test
    void anAmbiguousErrorIsLookedUpFirst() {
        house.simulator().refuseNext(1, 1, 1357046);

        ann.replies("Sent all the same?");

        house.until("Ada hears", () -> ada.received().equals(List.of("Sent all the same?")));
        ann.seesMark("delivered");
    }

    @Test
    void aSlowPageDelaysNoOther() {
        var ben = house.customer("Ben").at(house.secondPage());
        house.simulator().delayNext(1, Duration.ofMillis(3_500));
        ben.writes("Hello");
        ann.replies("Slow");
        house.until(
                "it is under way",
                () ->
                        house.count("select count(*) from outgoing_message where state = 'SENDING'")
                                == 1);

        ann.accepts(ben).replies("Quick");

        house.until("Ben hears", () -> ben.received().equals(List.of("Quick")));
        assertThat(ada.received()).isEmpty();
        house.until("Ada hears", () -> ada.received().equals(List.of("Slow")));
    }

    @Test
    void aPageWithoutATokenDelaysNoOther() {
        var ben = house.customer("Ben").at(house.secondPage());
        ben.writes("Hello");
        house.simulator().refuseNext(1, 190, 460);
        ann.replies("Held");
        ann.sees("access token is no longer valid");

        ann.accepts(ben).replies("Goes out");

        house.until("Ben hears", () -> ben.received().equals(List.of("Goes out")));
        house.settle();
        assertThat(ada.received()).isEmpty();
    }

    private void refused(int code, int subcode, String words) {
        house.simulator().refuseNext(1, code, subcode);
        ann.replies("No use " + subcode);
        ann.seesMark("failed");
        ann.sees(words);
    }

    private String traffic() {
        return house.desk("Alexandra", Role.ADMINISTRATOR).get("/admin/traffic").body();
    }

    private void replaceToken(String page) {
        var pages = house.part(FacebookPages.class);
        var found = pages.byPageId(page).orElseThrow();
        pages.replaceToken(found, new Secret(found.token().reveal()), house.anyUser());
    }

    private List<String> problems() {
        return house.part(SendBlocks.class).active(Instant.EPOCH, Instant.EPOCH).stream()
                .map(problem -> problem.cause() + (problem.stopped() ? " stopped" : ""))
                .toList();
    }
}
