package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent;
import dev.parley.channel.ChannelEvent.Acted;
import dev.parley.channel.ChannelEvent.ChannelNotice;
import dev.parley.channel.ChannelEvent.ControlChanged;
import dev.parley.channel.ChannelEvent.Delivered;
import dev.parley.channel.ChannelEvent.Echoed;
import dev.parley.channel.ChannelEvent.Edited;
import dev.parley.channel.ChannelEvent.EndpointWarned;
import dev.parley.channel.ChannelEvent.Found;
import dev.parley.channel.ChannelEvent.Ignored;
import dev.parley.channel.ChannelEvent.Reacted;
import dev.parley.channel.ChannelEvent.Read;
import dev.parley.channel.ChannelEvent.ToAnotherApp;
import dev.parley.channel.ChannelEvent.Unsent;
import dev.parley.channel.ChannelEvent.Wrote;
import dev.parley.channel.Content;
import dev.parley.conversation.MessageReceipts.Receipt;
import dev.parley.conversation.SendConfirmations.Echo;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Applies the events that are not applied in sets, among them all that happens in conversations
/// that another app controls.
@Component
class OtherEvents {
    private final CustomerMessages customerMessages;
    private final EchoedMessages echoedMessages;
    private final ReceivedMessages receivedMessages;
    private final MessageUpdates messageUpdates;
    private final Backfill backfill;
    private final ControlChanges controlChanges;
    private final ChannelTime channelTime;
    private final ApplicationEventPublisher events;

    OtherEvents(
            CustomerMessages customerMessages,
            EchoedMessages echoedMessages,
            ReceivedMessages receivedMessages,
            MessageUpdates messageUpdates,
            Backfill backfill,
            ControlChanges controlChanges,
            ChannelTime channelTime,
            ApplicationEventPublisher events) {
        this.customerMessages = customerMessages;
        this.echoedMessages = echoedMessages;
        this.receivedMessages = receivedMessages;
        this.messageUpdates = messageUpdates;
        this.backfill = backfill;
        this.controlChanges = controlChanges;
        this.channelTime = channelTime;
        this.events = events;
    }

    void apply(Address with, ChannelEvent event) {
        apply(with, event, false);
    }

    private void apply(Address with, ChannelEvent event, boolean toAnotherApp) {
        switch (event) {
            case Wrote wrote when toAnotherApp -> customerMessages.storeToAnotherApp(with, wrote);
            case Wrote wrote -> customerMessages.store(Map.of(with, List.of(wrote)));
            case Acted acted when toAnotherApp ->
                    customerMessages.storeActionInAnotherApp(with, acted);
            case Acted acted -> customerMessages.storeAction(with, acted);
            case Echoed echoed when toAnotherApp -> echoedMessages.storeOfAnotherApp(with, echoed);
            case Echoed echoed -> echoedMessages.store(List.of(new Echo(with, echoed)));
            case Delivered _, Read _ ->
                    messageUpdates.received(Receipt.of(with, event).stream().toList());
            case Edited edited -> edited(with, edited, toAnotherApp);
            case Reacted reacted ->
                    messageUpdates.reacted(
                            with, reacted, channelTime.notLaterThanNow(reacted.at()));
            case Unsent unsent ->
                    messageUpdates.unsent(with, unsent, channelTime.notLaterThanNow(unsent.at()));
            case Found found -> backfill.take(with, found);
            case ControlChanged(var at, var handover) ->
                    controlChanges.apply(with, handover, channelTime.notLaterThanNow(at));
            case ChannelNotice(var at, var text) ->
                    receivedMessages.channelNotice(with, text, channelTime.notLaterThanNow(at));
            case ToAnotherApp(var inner) -> apply(with, inner, true);
            case EndpointWarned warned ->
                    events.publishEvent(new EndpointNoticed(with.at(), warned));
            case Ignored _ -> {}
        }
    }

    /// An edit of a message that was never received is stored as the message.
    private void edited(Address from, Edited edited, boolean toAnotherApp) {
        if (!messageUpdates.edited(from, edited, channelTime.notLaterThanNow(edited.at()))) {
            var content = new Content.Text(edited.text());
            var message =
                    edited.fromCompany()
                            ? new Echoed(edited.messageId(), edited.at(), content, null, null)
                            : new Wrote(edited.messageId(), edited.at(), content, null, null);
            apply(from, message, toAnotherApp);
            messageUpdates.firstReceivedAsEdit(from, edited);
        }
    }
}
