package dev.parley.demo;

import dev.parley.channel.Address;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversation.Active;
import dev.parley.conversation.Conversation.Closed;
import dev.parley.conversation.Conversation.Details;
import dev.parley.conversation.Conversation.Open;
import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.Conversation.Waiting;
import dev.parley.conversation.Conversation.WrapUp;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Message.Note;
import dev.parley.conversation.PastConversation;
import dev.parley.conversation.PastConversation.Entry;
import dev.parley.conversation.PastConversation.FromAgent;
import dev.parley.conversation.PastConversation.FromCustomer;
import dev.parley.conversation.PastConversation.Happened;
import dev.parley.conversation.PastConversation.Internal;
import dev.parley.conversation.PastConversation.Tagged;
import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sample conversation as Parley stores it, with its system lines.
///
/// @param number different for each sample conversation
/// @param tag null if it has none
record SampleTimeline(SampleConversation sample, int number, UserId agent, @Nullable Tag tag) {
    private static final Duration OPENED_BEFORE = Duration.ofMillis(2);
    private static final Duration ASSIGNED_BEFORE = Duration.ofSeconds(20);
    private static final Duration TAGGED_AFTER = Duration.ofSeconds(5);
    private static final Duration ENDED_AFTER = Duration.ofSeconds(40);
    private static final Duration CLOSED_AFTER = Duration.ofSeconds(70);

    PastConversation with(Address address, CustomerId customer) {
        var details =
                new Details(
                        new ConversationId(Ids.next()),
                        0,
                        address,
                        customer,
                        sample.firstAt(),
                        sample.lastAt(),
                        sample.lastByCustomerAt(),
                        null,
                        false,
                        Set.of());
        return new PastConversation(state(details), entries());
    }

    private Conversation state(Details details) {
        return switch (sample.state()) {
            case OPEN -> new Open(details, sample.firstAt());
            case ACTIVE -> new Active(details, agent, assignedAt());
            case WAITING -> new Waiting(details, agent, endedAt(), sample.snoozedUntil());
            case WRAP_UP -> new WrapUp(details, agent, endedAt());
            case CLOSED -> new Closed(details, agent, closedAt());
        };
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        sample.said().forEach(one -> entries.add(entry(one, entries.size())));
        entries.add(new Happened(Note.OPENED, null, sample.firstAt().minus(OPENED_BEFORE)));
        if (sample.state() != State.OPEN) {
            entries.add(new Happened(Note.ASSIGNED, agent, assignedAt()));
        }
        if (tag != null) {
            entries.add(new Tagged(tag, agent, taggedAt()));
        }
        switch (sample.state()) {
            case OPEN, ACTIVE -> {}
            case WAITING ->
                    entries.add(
                            new Happened(
                                    sample.snoozedUntil() == null
                                            ? Note.MOVED_TO_WAITING
                                            : Note.SNOOZED,
                                    agent,
                                    endedAt()));
            case WRAP_UP -> entries.add(new Happened(Note.ENDED, agent, endedAt()));
            case CLOSED -> {
                entries.add(new Happened(Note.ENDED, agent, endedAt()));
                entries.add(new Happened(Note.CLOSED, agent, closedAt()));
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private Entry entry(SampleConversation.Said said, int place) {
        var id = "m_sample%04d_%02d".formatted(number, place);
        return switch (said.by()) {
            case CUSTOMER -> new FromCustomer(id, said.text(), said.at());
            case AGENT -> new FromAgent(id, agent, said.text(), said.at());
            case COLLEAGUE -> new Internal(agent, said.text(), said.at());
        };
    }

    private Instant assignedAt() {
        return sample.answeredAt().minus(ASSIGNED_BEFORE);
    }

    private Instant taggedAt() {
        return sample.answeredAt().plus(TAGGED_AFTER);
    }

    private Instant endedAt() {
        return sample.lastAt().plus(ENDED_AFTER);
    }

    private Instant closedAt() {
        return sample.lastAt().plus(CLOSED_AFTER);
    }
}
