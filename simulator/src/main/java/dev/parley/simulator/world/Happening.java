package dev.parley.simulator.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a page's app may be told of. Published in the order in which it happened, one at a time.
public sealed interface Happening {
    Page page();

    Person person();

    long at();

    /// The person wrote.
    ///
    /// @param toSelf whether it answers a message of the person's own
    record Wrote(
            Page page, Person person, Message message, boolean toSelf, @Nullable Referral referral)
            implements Happening {
        @Override
        public long at() {
            return message.timestamp();
        }
    }

    /// Something was sent in the page's name, by whomever.
    record Echoed(Page page, Person person, Message message) implements Happening {
        @Override
        public long at() {
            return message.timestamp();
        }
    }

    record Delivered(Page page, Person person, List<String> mids, long at) implements Happening {}

    record Looked(Page page, Person person, long watermark, long at) implements Happening {}

    /// No reaction means that the earlier one was taken back.
    record Reacted(Page page, Person person, String mid, @Nullable String reaction, long at)
            implements Happening {}

    record Edited(Page page, Person person, Message message, long at) implements Happening {}

    record Withdrew(Page page, Person person, String mid, long at) implements Happening {}

    record Pressed(Page page, Person person, Message message, @Nullable Referral referral, long at)
            implements Happening {}

    record Referred(Page page, Person person, Referral referral, long at) implements Happening {}

    record Signalled(Page page, Person person, Signal signal, long at) implements Happening {}

    /// The thread went, or is to go, from one app to another.
    ///
    /// @param what the name that Meta has for it
    /// @param actor the app that did it, which is not told
    record Handed(
            Page page,
            Person person,
            String what,
            String actor,
            @Nullable String previousOwner,
            @Nullable String owner,
            @Nullable String note,
            long at)
            implements Happening {}

    /// A change to what belongs to the page, in Meta's words.
    record Altered(Page page, Person person, String field, Map<String, Object> value, long at)
            implements Happening {}
}
