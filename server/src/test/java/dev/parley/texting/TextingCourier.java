package dev.parley.texting;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.Reaction;
import dev.parley.outbox.Courier;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Stores the sent texts.
public final class TextingCourier implements Courier {
    private final List<OutgoingMessage> carried = new CopyOnWriteArrayList<>();

    @Override
    public ChannelKind channel() {
        return Texting.KIND;
    }

    @Override
    public Outcome send(OutgoingMessage parcel) {
        carried.add(parcel);
        return new Outcome.Accepted("out-" + parcel.reference());
    }

    @Override
    public Outcome react(Address to, String mid, @Nullable Reaction reaction) {
        throw new IllegalStateException("There are no reactions here");
    }

    @Override
    public Lookup lookUp(OutgoingMessage parcel, Instant notBefore) {
        return new Lookup.Inconclusive("There is no record");
    }

    /// {@return the texts that this person received, in order}
    public List<String> textsTo(String person) {
        return carried.stream()
                .filter(parcel -> parcel.to().person().equals(person))
                .map(parcel -> ((Content.Text) parcel.content()).text())
                .toList();
    }
}
