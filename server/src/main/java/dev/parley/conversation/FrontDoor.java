package dev.parley.conversation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.Found;
import dev.parley.channel.ChannelEvent.NotUnderstood;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Content;
import dev.parley.channel.EventReader;
import dev.parley.conversation.Message.Author;
import dev.parley.conversation.Message.Kind;
import dev.parley.conversation.Message.Status;
import dev.parley.conversation.Messages.NewMessage;
import dev.parley.conversation.Messages.Weight;
import dev.parley.inbox.Envelope;
import dev.parley.inbox.Erasure;
import dev.parley.inbox.Reception;
import dev.parley.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lets what happened in a channel into the conversation it belongs to, starting one where there is
/// none. Runs inside the inbox's transaction, one envelope of a person at a time.
@Component
class FrontDoor implements Reception {
    private final Map<ChannelKind, EventReader> readers;
    private final Threshold threshold;
    private final Messages messages;
    private final LaterActs laterActs;
    private final Confirmations confirmations;
    private final Recovery recovery;
    private final Erasure erasure;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FrontDoor(
            List<EventReader> readers,
            Threshold threshold,
            Messages messages,
            LaterActs laterActs,
            Confirmations confirmations,
            Recovery recovery,
            Erasure erasure,
            ApplicationEventPublisher events,
            Clock clock) {
        this.readers = readers.stream().collect(toMap(EventReader::channel, identity()));
        this.threshold = threshold;
        this.messages = messages;
        this.laterActs = laterActs;
        this.confirmations = confirmations;
        this.recovery = recovery;
        this.erasure = erasure;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void receive(Envelope envelope) {
        var from = envelope.address();
        if (from.namesAPerson()) {
            let(from, read(envelope));
        }
    }

    private ChannelEvent read(Envelope envelope) {
        var reader = readers.get(envelope.address().channel());
        if (reader == null) {
            throw new IllegalStateException("Nobody reads " + envelope.address().channel());
        }
        return reader.read(envelope.address(), envelope.kind(), envelope.payload());
    }

    private void let(Address from, ChannelEvent event) {
        switch (event) {
            case Wrote wrote -> wrote(from, wrote);
            case Echoed echoed -> echoed(from, echoed);
            case Found found -> found(from, found);
            case Delivered delivered -> delivered(from, delivered);
            case Read(var watermark) -> changed(laterActs.readUpTo(from, watermark));
            case Reacted reacted -> reacted(from, reacted);
            case Edited edited -> edited(from, edited);
            case Unsent unsent -> unsent(from, unsent);
            case NotUnderstood unknown -> notUnderstood(from, unknown);
        }
    }

    private void wrote(Address from, Wrote wrote) {
        var at = notLaterThanNow(wrote.at());
        var message =
                new NewMessage(
                        new MessageId(Ids.next()),
                        wrote.mid(),
                        Author.CUSTOMER,
                        null,
                        Kind.of(wrote.content()),
                        wrote.content(),
                        wrote.replyTo(),
                        at,
                        at,
                        Status.RECEIVED,
                        null,
                        Weight.INVITATION);
        var conversation = threshold.customerWrote(from, message);
        if (conversation != null) {
            tellOfFiles(message, conversation, from);
        }
    }

    private void echoed(Address to, Echoed echoed) {
        if (confirmations.confirm(to, echoed)) {
            return;
        }
        var message =
                new NewMessage(
                        new MessageId(Ids.next()),
                        echoed.mid(),
                        Author.OUTSIDE,
                        null,
                        Kind.of(echoed.content()),
                        echoed.content(),
                        null,
                        notLaterThanNow(echoed.at()),
                        echoed.at(),
                        Status.SENT,
                        null,
                        Weight.NOTE);
        var conversation = threshold.outsideWrote(to, message);
        if (conversation != null) {
            tellOfFiles(message, conversation, to);
        }
    }

    private void found(Address with, Found found) {
        var added = recovery.take(with, found);
        if (added != null) {
            tellOfFiles(added.message(), added.conversation(), with);
        }
    }

    private void delivered(Address from, Delivered delivered) {
        if (!delivered.mids().isEmpty()) {
            changed(laterActs.delivered(from, delivered.mids()));
        }
        var watermark = delivered.watermark();
        if (watermark != null) {
            changed(laterActs.deliveredUpTo(from, watermark));
        }
    }

    private void reacted(Address from, Reacted reacted) {
        if (reacted.emoji() != null) {
            threshold.customerActed(from, notLaterThanNow(reacted.at()));
        }
        changed(laterActs.reacted(from, reacted.mid(), reacted.emoji()));
    }

    private void edited(Address from, Edited edited) {
        var known = messages.byMids(from, List.of(edited.mid()));
        if (known.isEmpty()) {
            var content = new Content.Text(edited.text());
            wrote(from, new Wrote(edited.mid(), edited.at(), content, null));
            return;
        }
        var before = known.getFirst().text();
        var earlier = new Message.Earlier(before == null ? "" : before, edited.at());
        changed(laterActs.edited(from, edited.mid(), edited.text(), earlier));
    }

    private void unsent(Address from, Unsent unsent) {
        erasure.erase(from, unsent.mid());
        changed(laterActs.erased(from, unsent.mid(), unsent.at()));
        messages.byMids(from, List.of(unsent.mid()))
                .forEach(message -> events.publishEvent(new MessageErased(message.id())));
    }

    private void notUnderstood(Address from, NotUnderstood unknown) {
        var content = new Content.Unsupported(null, unknown.name());
        var message =
                new NewMessage(
                        new MessageId(Ids.next()),
                        null,
                        Author.CUSTOMER,
                        null,
                        Kind.UNSUPPORTED,
                        content,
                        null,
                        notLaterThanNow(unknown.at()),
                        unknown.at(),
                        Status.RECEIVED,
                        null,
                        weight(unknown.by()));
        if (message.weight() != Weight.NOTE) {
            threshold.customerWrote(from, message);
        } else {
            threshold.noted(from, message);
        }
    }

    private static Weight weight(NotUnderstood.By by) {
        return switch (by) {
            case CHANNEL -> Weight.NOTE;
            case CUSTOMER -> Weight.ACT;
            case CUSTOMER_INVITING -> Weight.INVITATION;
        };
    }

    private void tellOfFiles(NewMessage message, ConversationId conversation, Address with) {
        var files =
                switch (message.content()) {
                    case Content.Files(_, var some) -> some;
                    case Content.Sticker(var url) ->
                            List.of(new Attachment(Attachment.Type.IMAGE, url, null));
                    default -> List.<Attachment>of();
                };
        if (files.stream().anyMatch(Attachment::isFetched)) {
            events.publishEvent(new FilesReceived(message.id(), conversation, with, files));
        }
    }

    private void changed(List<ConversationId> conversations) {
        conversations.forEach(id -> events.publishEvent(new ConversationChanged(id, null, false)));
    }

    /// A channel's clock that runs ahead must not put messages into the future.
    private Instant notLaterThanNow(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
