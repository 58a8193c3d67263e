package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.routing.AgentSelection.Candidate;
import dev.parley.routing.AgentSelection.Work;
import dev.parley.routing.RoutingVerdict.By;
import dev.parley.routing.RoutingVerdict.Chosen;
import dev.parley.routing.RoutingVerdict.NoAgent;
import dev.parley.routing.RoutingVerdict.PassedOver;
import dev.parley.routing.RoutingVerdict.Reason;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentSelectionTests {
    private static final Instant nine = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant earlier = nine.minusSeconds(60);
    private static final Instant never = Instant.EPOCH;
    private static final UserId ann = new UserId(new UUID(0, 1));
    private static final UserId ben = new UserId(new UUID(0, 2));

    @Test
    void theAgentWithMostCapacityIsChosenAndTheOthersGetReasons() {
        assertThat(decide(free(ann, 40), free(ben, 100)))
                .isEqualTo(
                        new Chosen(
                                ben,
                                100,
                                By.MOST_ROOM,
                                null,
                                List.of(new PassedOver(ann, Reason.LESS_ROOM))));
    }

    @Test
    void betweenEqualsTheLongestSinceTheirTurnIsChosen() {
        assertThat(chosen(decide(turn(ann, 40, nine, never), turn(ben, 40, earlier, never))))
                .isEqualTo(ben);
    }

    @Test
    void roundRobinChoosesTheLongestSinceTheirTurnWhateverTheirCapacity() {
        var verdict = inTurn(turn(ann, 100, nine, never), turn(ben, 20, earlier, never));

        assertThat(verdict)
                .isEqualTo(
                        new Chosen(
                                ben,
                                20,
                                By.LONGEST_AGO,
                                null,
                                List.of(new PassedOver(ann, Reason.LATER_TURN))));
    }

    @Test
    void roundRobinStartsWithTheFirstMember() {
        assertThat(chosen(inTurn(turn(ann, 40, never, nine), turn(ben, 40, never, earlier))))
                .isEqualTo(ben);
        assertThat(chosen(inTurn(turn(ann, 40, never, nine), turn(ben, 40, earlier, earlier))))
                .isEqualTo(ann);
    }

    @Test
    void everyReasonToExcludeAnAgentIsNamed() {
        assertThat(
                        reasonFor(
                                new Candidate(
                                        ann,
                                        false,
                                        Presence.AVAILABLE,
                                        40,
                                        0,
                                        false,
                                        nine,
                                        nine,
                                        nine)))
                .isEqualTo(Reason.OUT_OF_REACH);
        assertThat(reasonFor(is(Presence.AWAY))).isEqualTo(Reason.PRESENCE);
        assertThat(reasonFor(free(ann, 19))).isEqualTo(Reason.FULL);
        assertThat(reasonFor(declined(1, nine.plusSeconds(1)))).isEqualTo(Reason.DECLINED);
        assertThat(reasonFor(is(Presence.INACTIVE))).isEqualTo(Reason.INACTIVE);
        var later = nine.plusSeconds(1);
        assertThat(
                        reasonFor(
                                new Candidate(
                                        ann,
                                        true,
                                        Presence.BUSY,
                                        40,
                                        1,
                                        true,
                                        later,
                                        never,
                                        never)))
                .isEqualTo(Reason.MISSED);
    }

    @Test
    void theWorkstreamDefinesTheAllowedPresences() {
        var quiet = work(Set.of(Presence.AWAY), AssignmentMethod.HIGHEST_CAPACITY);

        assertThat(new AgentSelection().decide(quiet, List.of(is(Presence.AWAY))))
                .isInstanceOf(Chosen.class);
        assertThat(new AgentSelection().decide(quiet, List.of(is(Presence.AVAILABLE))))
                .isInstanceOf(NoAgent.class);
    }

    @Test
    void aDecliningAgentIsAskedAgainLaterAFewTimes() {
        assertThat(decide(declined(2, nine))).isInstanceOf(Chosen.class);
        assertThat(decide(declined(3, nine))).isInstanceOf(NoAgent.class);
    }

    @Test
    void itGoesBackToItsPreviousAgentUnlessTheyAreGone() {
        var full =
                new Candidate(
                        ann, true, Presence.DO_NOT_DISTURB, -20, 0, false, never, never, never);

        assertThat(offerFirst(null, full))
                .isEqualTo(new Chosen(ann, -20, By.HAD_IT, null, List.of()));
        assertThat(offerFirst(null, is(Presence.OFFLINE))).isInstanceOf(NoAgent.class);
        assertThat(offerFirst(null, is(Presence.INACTIVE))).isInstanceOf(NoAgent.class);
        assertThat(
                        offerFirst(
                                null,
                                new Candidate(
                                        ann,
                                        false,
                                        Presence.AVAILABLE,
                                        100,
                                        0,
                                        false,
                                        never,
                                        never,
                                        never)))
                .isInstanceOf(NoAgent.class);
    }

    @Test
    void aTransferIsOfferedToItsReceiverAndNotToWhoTransferredIt() {
        assertThat(offerFirst(ben, free(ann, 40)))
                .isEqualTo(new Chosen(ann, 40, By.TRANSFERRED, null, List.of()));
        var transferred =
                new Work(
                        20,
                        Set.of(Presence.AVAILABLE),
                        AssignmentMethod.HIGHEST_CAPACITY,
                        ann,
                        nine);
        assertThat(new AgentSelection().decide(transferred, List.of(free(ann, 100))))
                .isEqualTo(new NoAgent(List.of(new PassedOver(ann, Reason.TRANSFERRED_IT))));
    }

    private static RoutingVerdict offerFirst(@Nullable UserId transferredBy, Candidate candidate) {
        var work =
                new Work(
                        20,
                        Set.of(Presence.AVAILABLE),
                        AssignmentMethod.HIGHEST_CAPACITY,
                        transferredBy,
                        nine);
        return new AgentSelection().offerFirst(work, candidate);
    }

    private static RoutingVerdict decide(Candidate... candidates) {
        return decide(AssignmentMethod.HIGHEST_CAPACITY, candidates);
    }

    private static RoutingVerdict inTurn(Candidate... candidates) {
        return decide(AssignmentMethod.ADVANCED_ROUND_ROBIN, candidates);
    }

    private static RoutingVerdict decide(AssignmentMethod method, Candidate... candidates) {
        var usual = work(Set.of(Presence.AVAILABLE, Presence.BUSY), method);
        return new AgentSelection().decide(usual, List.of(candidates));
    }

    private static Work work(Set<Presence> presences, AssignmentMethod method) {
        return new Work(20, presences, method, null, nine);
    }

    private static UserId chosen(RoutingVerdict verdict) {
        return ((Chosen) verdict).agent();
    }

    private static Reason reasonFor(Candidate candidate) {
        return decide(candidate).passedOver().getFirst().reason();
    }

    private static Candidate free(UserId agent, int units) {
        return turn(agent, units, never, never);
    }

    private static Candidate turn(UserId agent, int units, Instant last, Instant joined) {
        return new Candidate(agent, true, Presence.AVAILABLE, units, 0, false, never, last, joined);
    }

    private static Candidate is(Presence presence) {
        return new Candidate(ann, true, presence, 40, 0, false, never, never, never);
    }

    private static Candidate declined(int times, Instant askAgainAt) {
        return new Candidate(ann, true, Presence.BUSY, 40, times, false, askAgainAt, never, never);
    }
}
