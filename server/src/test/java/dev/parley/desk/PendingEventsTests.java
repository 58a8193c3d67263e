package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingEventsTests {
    private static final Set<String> LIST = Set.of("worklist");

    private final PendingEvents pending = new PendingEvents();

    @Test
    void aMessageAndItsListAreSentTogether() {
        assertThat(pending.add(Set.of("conversation-1"), LIST)).isTrue();

        assertThat(pending.take(at(0))).containsExactly("conversation-1", "worklist");
        assertThat(pending.take(at(0))).isEmpty();
    }

    @Test
    void listsAreSentOnceASecondAndTheLastChangeIsNotLost() {
        pending.add(Set.of(), LIST);
        assertThat(pending.take(at(0))).containsExactly("worklist");

        assertThat(pending.add(Set.of(), LIST)).isTrue();
        assertThat(pending.add(Set.of(), LIST)).isFalse();
        assertThat(pending.delay(at(400))).isEqualTo(at(600));
        assertThat(pending.take(at(999))).isEmpty();
        assertThat(pending.delay(at(1_000))).isZero();
        assertThat(pending.take(at(1_000))).containsExactly("worklist");
    }

    @Test
    void aMessageDoesNotWaitForTheList() {
        pending.add(Set.of(), LIST);
        pending.take(at(0));
        pending.add(Set.of(), LIST);
        pending.add(Set.of("offers"), Set.of());

        assertThat(pending.delay(at(1))).isZero();
        assertThat(pending.take(at(1))).containsExactly("offers");
        assertThat(pending.delay(at(1))).isEqualTo(at(999));
    }

    private static long at(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
