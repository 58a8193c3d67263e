package dev.parley.admin;

import dev.parley.admin.kit.EndpointScreens;
import dev.parley.admin.kit.FailedEventTexts;
import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.inbox.DeadLetter;
import dev.parley.platform.language.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All channels, for the administration.
@Component
class AdminChannels {
    private final List<EndpointScreens> all;
    private final ByChannel<EndpointScreens> byChannel;
    private final Channels channels;

    AdminChannels(ObjectProvider<EndpointScreens> all, Channels channels) {
        this.all = all.orderedStream().toList();
        this.byChannel = new ByChannel<>(this.all);
        this.channels = channels;
    }

    List<EndpointScreens> all() {
        return all;
    }

    EndpointScreens of(ChannelKind kind) {
        return byChannel.of(kind);
    }

    /// {@return the channel's name, which is not translated}
    String nameOf(ChannelKind kind) {
        return channels.rulesOf(kind).name();
    }

    /// {@return the channel with this name in a form; the first one if there is none}
    ChannelKind chosen(String word) {
        return all.stream()
                .map(EndpointScreens::channel)
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseGet(() -> all.getFirst().channel());
    }

    /// {@return the names of the endpoints of these dead letters}
    Map<Endpoint, EndpointName> endpointsOf(Collection<DeadLetter> letters) {
        return channels.namesOf(letters.stream().flatMap(one -> one.at().stream()).toList());
    }

    /// {@return what to do about failed events of this channel, in its own words if it has some}
    FailedEventTexts failedEvents(Texts t, ChannelKind kind) {
        return byChannel
                .find(kind)
                .map(one -> one.failedEvents(t))
                .orElseGet(() -> DeadLetterTexts.ofAnyChannel(t));
    }

    /// {@return the name of the account that a delivery arrived through; empty if unknown}
    String accountOf(String source) {
        return all.stream().flatMap(one -> one.accountOf(source).stream()).findFirst().orElse("");
    }
}
