package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Users;
import dev.parley.team.QueueDeletion;
import dev.parley.team.QueueId;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.DistributionMode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Handing a conversation over, to a queue or to a colleague.
@ExtendWith(TestParleyExtension.class)
class TransferTests {
    private final TestParley parley;
    private final RoutingSetup setup;

    TransferTests(TestParley parley) {
        this.parley = parley;
        this.setup = new RoutingSetup(parley);
    }

    @Test
    void aColleagueIsOfferedItWithTheNote() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("My parcel is broken");
        ann.accepts(ada);
        var ben = parley.agent("Ben");

        transfers(ann, to(ben), "She wants her money back");

        ben.accepts(ada);
        ben.sees("She wants her money back");
        assertThat(ben.thread()).contains("Ann transferred the conversation to Ben");
        assertThat(ben.region("customer")).contains("A colleague transferred it to you.");
        ben.replies("Of course");
        parley.until("Ada hears", () -> ada.received().contains("Of course"));
    }

    @Test
    void whatAColleagueDeclinesWaitsForOthersButNotForWhoTransferredIt() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("My parcel is broken");
        ann.accepts(ada);
        var ben = parley.agent("Ben");
        transfers(ann, to(ben), "");

        ben.declines(ada);

        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        var cleo = parley.agent("Cleo");
        cleo.accepts(ada);
        assertThat(cleo.region("customer")).contains("Ann transferred it.");
    }

    @Test
    void aQueueKeepsItWhateverTheWorkstreamSelects() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("My parcel is broken");
        ann.accepts(ada);
        var ben = parley.agent("Ben");
        ben.setPresence("AWAY");
        var refunds = setup.queue("Refunds", 100, ben);

        transfers(ann, "queue:" + refunds.value(), "");
        setup.handles(
                parley.page(), "Others", setup.queue("Others", 100, ann), DistributionMode.PUSH);

        parley.settle();
        assertThat(ann.isOffered(ada)).isFalse();
        assertThat(parley.part(Queues.class).delete(refunds, parley.anyUser()))
                .isInstanceOf(QueueDeletion.InUse.class);
        ben.setPresence("AVAILABLE");
        ben.accepts(ada);
        assertThat(ben.thread()).contains("Ann transferred the conversation to Refunds");
    }

    @Test
    void whereAgentsPickTheirWorkOnlyTheColleagueIsOfferedIt() {
        setup.handles(parley.page(), "Pick", setup.defaultQueue(), DistributionMode.PICK);
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("My parcel is broken");
        parley.handled(1);
        ann.opens(
                parley.database()
                        .sql("select id from conversation")
                        .query(UUID.class)
                        .single()
                        .toString());
        ann.does("assign-to-me");
        var ben = parley.agent("Ben");
        var cleo = parley.agent("Cleo");

        transfers(ann, to(ben), "");
        ben.declines(ada);

        parley.settle();
        assertThat(ben.isOffered(ada)).isFalse();
        assertThat(cleo.isOffered(ada)).isFalse();
        assertThat(cleo.worklist("open")).contains("Ada");
    }

    @Test
    void onlyItsAgentTransfersItAndOnlyToSomebody() {
        var ada = parley.customer("Ada");
        var ann = parley.agent("Ann");
        ada.writes("My parcel is broken");
        ann.accepts(ada);
        var ben = parley.agent("Ben");
        ben.opens(ann.conversation());

        assertThat(transfer(ben, to(ann), "").statusCode()).isEqualTo(409);
        assertThat(transfer(ann, to(ann), "").statusCode()).isEqualTo(422);
        assertThat(transfer(ann, "", "").body()).contains("Choose a queue or a colleague");
        assertThat(
                        transfer(ann, "queue:" + new QueueId(UUID.randomUUID()).value(), "")
                                .statusCode())
                .isEqualTo(422);

        assertThat(parley.count("select count(*) from conversation where state = 'ACTIVE'"))
                .isOne();
    }

    private String to(Desk colleague) {
        return "agent:"
                + parley.part(Users.class)
                        .bySignInName(colleague.signInName())
                        .orElseThrow()
                        .id()
                        .value();
    }

    private static void transfers(Desk desk, String target, String note) {
        assertThat(transfer(desk, target, note).statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> transfer(Desk desk, String target, String note) {
        var key = UUID.randomUUID().toString();
        return desk.act("transfer", Map.of("target", target, "note", note, "key", key));
    }
}
