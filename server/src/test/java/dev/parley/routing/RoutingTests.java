package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.routing.Routing.Candidate;
import dev.parley.routing.Routing.Work;
import dev.parley.routing.Verdict.Chosen;
import dev.parley.routing.Verdict.Nobody;
import dev.parley.routing.Verdict.PassedOver;
import dev.parley.routing.Verdict.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoutingTests {
    private static final Instant nine = Instant.parse("2026-01-05T09:00:00Z");
    private static final Work work = new Work(20, nine);
    private static final UserId ann = new UserId(new UUID(0, 1));
    private static final UserId ben = new UserId(new UUID(0, 2));

    @Test
    void whoHasMostRoomTakesItAndTheOthersLearnWhyNot() {
        assertThat(decide(free(ann, 40), free(ben, 100)))
                .isEqualTo(new Chosen(ben, 100, List.of(new PassedOver(ann, Reason.LESS_ROOM))));
    }

    @Test
    void betweenEqualsItIsWhoseLastOfferIsLongestAgo() {
        var late = new Candidate(ann, true, true, 40, 0, Instant.EPOCH, nine);
        var early = new Candidate(ben, true, true, 40, 0, Instant.EPOCH, nine.minusSeconds(60));

        assertThat(decide(late, early))
                .isInstanceOfSatisfying(
                        Chosen.class, chosen -> assertThat(chosen.agent()).isEqualTo(ben));
    }

    @Test
    void everyReasonToPassSomeoneOverIsNamed() {
        assertThat(reasonFor(new Candidate(ann, false, true, 40, 0, nine, nine)))
                .isEqualTo(Reason.OUT_OF_REACH);
        assertThat(reasonFor(new Candidate(ann, true, false, 40, 0, nine, nine)))
                .isEqualTo(Reason.PRESENCE);
        assertThat(reasonFor(new Candidate(ann, true, true, 19, 0, nine, nine)))
                .isEqualTo(Reason.FULL);
        assertThat(reasonFor(new Candidate(ann, true, true, 40, 1, nine.plusSeconds(1), nine)))
                .isEqualTo(Reason.DECLINED);
    }

    @Test
    void whoDeclinedIsAskedAgainLaterButNotForEver() {
        assertThat(decide(new Candidate(ann, true, true, 40, 2, nine, nine)))
                .isInstanceOf(Chosen.class);
        assertThat(decide(new Candidate(ann, true, true, 40, 3, nine, nine)))
                .isInstanceOf(Nobody.class);
    }

    private static Verdict decide(Candidate... candidates) {
        return new Routing().decide(work, List.of(candidates));
    }

    private static Reason reasonFor(Candidate candidate) {
        return decide(candidate).passedOver().getFirst().reason();
    }

    private static Candidate free(UserId agent, int units) {
        return new Candidate(agent, true, true, units, 0, Instant.EPOCH, Instant.EPOCH);
    }
}
