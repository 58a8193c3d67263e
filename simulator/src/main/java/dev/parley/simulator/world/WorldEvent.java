package dev.parley.simulator.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event that a page's apps can receive. Events are published in order, one at a time.
public sealed interface WorldEvent {
    Page page();

    Person person();

    long at();

    /// The person wrote.
    ///
    /// @param toSelf whether it answers a message of the person's own
    record Wrote(
            Page page, Person person, Message message, boolean toSelf, @Nullable Referral referral)
            implements WorldEvent {
        @Override
        public long at() {
            return message.timestamp();
        }
    }

    /// Something was sent in the page's name, by whomever.
    record Echoed(Page page, Person person, Message message) implements WorldEvent {
        @Override
        public long at() {
            return message.timestamp();
        }
    }

    record Delivered(Page page, Person person, List<String> mids, long at) implements WorldEvent {}

    record Looked(Page page, Person person, long watermark, long at) implements WorldEvent {}

    /// No reaction means that the earlier one was taken back.
    record Reacted(Page page, Person person, String mid, @Nullable String reaction, long at)
            implements WorldEvent {}

    record Edited(Page page, Person person, Message message, long at) implements WorldEvent {}

    record Withdrew(Page page, Person person, String mid, long at) implements WorldEvent {}

    record Pressed(Page page, Person person, Message message, @Nullable Referral referral, long at)
            implements WorldEvent {}

    record Referred(Page page, Person person, Referral referral, long at) implements WorldEvent {}

    record Signalled(Page page, Person person, PersonEvent signal, long at) implements WorldEvent {}

    /// The thread went, or is to go, from one app to another.
    ///
    /// @param what the name that Meta has for it
    /// @param actor the app that did it, which does not receive the event
    record Handed(
            Page page,
            Person person,
            String what,
            String actor,
            @Nullable String previousOwner,
            @Nullable String owner,
            @Nullable String note,
            long at)
            implements WorldEvent {}

    /// A change of the page, in Meta's format.
    record Altered(Page page, Person person, String field, Map<String, Object> value, long at)
            implements WorldEvent {}
}
