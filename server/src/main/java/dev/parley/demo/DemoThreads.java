package dev.parley.demo;

import dev.parley.channel.Address;
import dev.parley.conversation.PastConversations;
import dev.parley.conversation.PastConversations.PastText;
import dev.parley.customer.SampleCustomers;
import dev.parley.demo.DemoSimulator.Past;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells the simulator about the sample people who can still be answered, and what they said: its
/// data is in memory, and it must deliver to them, and let them write, after each start.
@Component
class DemoThreads {
    /// Messenger lets nobody be answered after this time.
    static final Duration LATELY = Duration.ofDays(7);

    private final SampleCustomers customers;
    private final PastConversations conversations;
    private final DemoSimulator simulator;
    private final Clock clock;

    DemoThreads(
            SampleCustomers customers,
            PastConversations conversations,
            DemoSimulator simulator,
            Clock clock) {
        this.customers = customers;
        this.conversations = conversations;
        this.simulator = simulator;
        this.clock = clock;
    }

    /// Repeating it changes nothing.
    void tell() throws InterruptedException {
        var names = customers.names();
        if (names.isEmpty()) {
            return;
        }
        var since = clock.instant().minus(LATELY);
        var said =
                conversations.texts(names.keySet(), since).stream()
                        .collect(
                                Collectors.groupingBy(
                                        PastText::with, LinkedHashMap::new, Collectors.toList()));
        var past = said.entrySet().stream().map(one -> past(one.getKey(), names, one.getValue()));
        simulator.remember(past.toList());
    }

    private static Past past(Address with, Map<Address, String> names, List<PastText> said) {
        return new Past(
                SamplePerson.account(with.person()),
                names.getOrDefault(with, ""),
                with.endpoint(),
                with.person(),
                said.stream()
                        .map(one ->
                                new Past.Text(
                                        one.channelMessageId(),
                                        one.fromCustomer(),
                                        one.text(),
                                        one.sentAt().toEpochMilli()))
                        .toList());
    }
}
