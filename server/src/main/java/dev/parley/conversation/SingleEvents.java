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
import dev.parley.conversation.SendConfirmations.Echo;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Applies the events that are rare, and therefore handled one by one.
@Component
class SingleEvents {
    private final CustomerMessages customerMessages;
    private final EchoedMessages echoedMessages;
    private final ReceivedMessages receivedMessages;
    private final MessageUpdates messageUpdates;
    private final Backfill backfill;
    private final ControlChanges controlChanges;
    private final ChannelTime channelTime;

    SingleEvents(
            CustomerMessages customerMessages,
            EchoedMessages echoedMessages,
            ReceivedMessages receivedMessages,
            MessageUpdates messageUpdates,
            Backfill backfill,
            ControlChanges controlChanges,
            ChannelTime channelTime) {
        this.customerMessages = customerMessages;
        this.echoedMessages = echoedMessages;
        this.receivedMessages = receivedMessages;
        this.messageUpdates = messageUpdates;
        this.backfill = backfill;
        this.controlChanges = controlChanges;
        this.channelTime = channelTime;
    }

    void apply(Address with, ChannelEvent event) {
        apply(with, event, false);
    }

    private void apply(Address with, ChannelEvent event, boolean toAnotherApp) {
        switch (event) {
            case Wrote wrote when toAnotherApp -> customerMessages.wroteToAnotherApp(with, wrote);
            case Wrote wrote -> customerMessages.wrote(Map.of(with, List.of(wrote)));
            case Acted acted when toAnotherApp -> customerMessages.actedInAnotherApp(with, acted);
            case Acted acted -> customerMessages.acted(with, acted);
            case Echoed echoed when toAnotherApp -> echoedMessages.echoedByAnotherApp(with, echoed);
            case Echoed echoed -> echoedMessages.echoed(List.of(new Echo(with, echoed)));
            case Edited edited -> edited(with, edited, toAnotherApp);
            case Reacted reacted ->
                    messageUpdates.reacted(
                            with, reacted, channelTime.notLaterThanNow(reacted.at()));
            case Unsent unsent ->
                    messageUpdates.unsent(with, unsent, channelTime.notLaterThanNow(unsent.at()));
            case Found found -> backfill.take(with, found);
            case ControlChanged(var at, var handover) ->
                    controlChanges.passed(with, handover, channelTime.notLaterThanNow(at));
            case ChannelNotice(var at, var text) ->
                    receivedMessages.channelNotice(with, text, channelTime.notLaterThanNow(at));
            case ToAnotherApp(var inner) -> apply(with, inner, true);
            case Delivered _, Read _, EndpointWarned _, Ignored _ -> {}
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
