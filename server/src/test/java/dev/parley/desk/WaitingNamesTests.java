package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingNamesTests {
    private static final Set<String> LIST = Set.of("worklist");

    private final WaitingNames waiting = new WaitingNames();

    @Test
    void aMessageAndItsListAreToldTogether() {
        assertThat(waiting.add(Set.of("conversation-1"), LIST)).isTrue();

        assertThat(waiting.take(at(0))).containsExactly("conversation-1", "worklist");
        assertThat(waiting.take(at(0))).isEmpty();
    }

    @Test
    void listsAreToldOnceASecondAndTheLastChangeIsNotLost() {
        waiting.add(Set.of(), LIST);
        assertThat(waiting.take(at(0))).containsExactly("worklist");

        assertThat(waiting.add(Set.of(), LIST)).isTrue();
        assertThat(waiting.add(Set.of(), LIST)).isFalse();
        assertThat(waiting.delay(at(400))).isEqualTo(at(600));
        assertThat(waiting.take(at(999))).isEmpty();
        assertThat(waiting.delay(at(1_000))).isZero();
        assertThat(waiting.take(at(1_000))).containsExactly("worklist");
    }

    @Test
    void aMessageDoesNotWaitForTheList() {
        waiting.add(Set.of(), LIST);
        waiting.take(at(0));
        waiting.add(Set.of(), LIST);
        waiting.add(Set.of("offers"), Set.of());

        assertThat(waiting.delay(at(1))).isZero();
        assertThat(waiting.take(at(1))).containsExactly("offers");
        assertThat(waiting.delay(at(1))).isEqualTo(at(999));
    }

    private static long at(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
