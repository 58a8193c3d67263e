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
    /// @param toSelf whether it replies to a message of the person's own
    record Wrote(
            Page page, Person person, Message message, boolean toSelf, @Nullable Referral referral)
            implements WorldEvent {
        @Override
        public long at() {
            return message.timestamp();
        }
    }

    /// A message was sent on behalf of the page, by an app or in Meta's inbox.
    record Echoed(Page page, Person person, Message message) implements WorldEvent {
        @Override
        public long at() {
            return message.timestamp();
        }
    }

    record Delivered(Page page, Person person, List<String> mids, long at) implements WorldEvent {}

    record Read(Page page, Person person, long watermark, long at) implements WorldEvent {}

    /// A null reaction removes the earlier one.
    record Reacted(Page page, Person person, String mid, @Nullable String reaction, long at)
            implements WorldEvent {}

    record Edited(Page page, Person person, Message message, long at) implements WorldEvent {}

    record Unsent(Page page, Person person, String mid, long at) implements WorldEvent {}

    record Pressed(Page page, Person person, Message message, @Nullable Referral referral, long at)
            implements WorldEvent {}

    record Referred(Page page, Person person, Referral referral, long at) implements WorldEvent {}

    record Signalled(Page page, Person person, PersonEvent signal, long at) implements WorldEvent {}

    /// Control of the thread passed from one app to another, or was requested.
    ///
    /// @param what Meta's name for it
    /// @param actor the app that did it, which does not receive the event
    record ControlChanged(
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
    record PageChanged(Page page, Person person, String field, Map<String, Object> value, long at)
            implements WorldEvent {}
}
