package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Ignored;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.conversation.SendConfirmations.Echo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventQueuesTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Address ada = new Address(new ChannelKind("TEST"), "page", "ada");
    private final Address bob = new Address(new ChannelKind("TEST"), "page", "bob");
    private final EventQueues queues = new EventQueues();

    @Test
    void echoesOfAllPeopleAreTakenTogether() {
        add(ada, echo("m1"), echo("m2"));
        add(bob, echo("m3"));

        assertThat(queues.takeEchoes())
                .containsExactly(
                        new Echo(ada, echo("m1")),
                        new Echo(ada, echo("m2")),
                        new Echo(bob, echo("m3")));
        assertThat(queues.isEmpty()).isTrue();
    }

    @Test
    void anEchoWaitsForWhatIsBeforeIt() {
        var unread = new Ignored();
        add(ada, text("m1"), echo("m2"));
        add(bob, unread, echo("m3"));

        assertThat(queues.takeEchoes()).isEmpty();
        assertThat(queues.takeMessages()).containsOnlyKeys(ada);
        assertThat(queues.takeEchoes()).containsExactly(new Echo(ada, echo("m2")));
        assertThat(queues.takeOther()).isEqualTo(Map.of(bob, unread));
        assertThat(queues.takeEchoes()).containsExactly(new Echo(bob, echo("m3")));
    }

    @Test
    void whatIsBehindAnEchoWaits() {
        add(ada, echo("m1"), new Delivered(List.of("m1"), NOON), text("m2"));

        assertThat(queues.takeMessages()).isEmpty();
        assertThat(queues.takeReceipts()).isEmpty();
        assertThat(queues.takeOther()).isEmpty();
        assertThat(queues.takeEchoes()).hasSize(1);
        assertThat(queues.takeReceipts()).hasSize(1);
    }

    @Test
    void aRepeatedEchoIsTakenAfterTheFirst() {
        add(ada, echo("m1"), echo("m1"), echo("m2", "reference"), echo("m3", "reference"));

        assertThat(queues.takeEchoes()).containsExactly(new Echo(ada, echo("m1")));
        assertThat(queues.takeEchoes())
                .containsExactly(new Echo(ada, echo("m1")), new Echo(ada, echo("m2", "reference")));
        assertThat(queues.takeEchoes()).containsExactly(new Echo(ada, echo("m3", "reference")));
        assertThat(queues.isEmpty()).isTrue();
    }

    private void add(Address from, ChannelEvent... events) {
        for (var event : events) {
            queues.add(from, event);
        }
    }

    private static Wrote text(String id) {
        return new Wrote(id, NOON, new Content.Text("Hello"), null, null);
    }

    private static Echoed echo(String id) {
        return echo(id, null);
    }

    private static Echoed echo(String id, @Nullable String reference) {
        return new Echoed(id, NOON, new Content.Text("Hello"), reference, null);
    }
}
