package dev.parley.admin;

import dev.parley.admin.kit.EndpointScreens;
import dev.parley.channel.ByChannel;
import dev.parley.channel.ChannelKind;
import dev.parley.channel.Channels;
import dev.parley.channel.Endpoint;
import dev.parley.channel.EndpointNames.EndpointName;
import dev.parley.inbox.DeadLetter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The channels that there are, as administrators see them.
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

    /// {@return what people call the channel; a name in no language}
    String nameOf(ChannelKind kind) {
        return channels.rulesOf(kind).name();
    }

    /// {@return the channel of this word in a form; the first where there is none such}
    ChannelKind chosen(String word) {
        return all.stream()
                .map(EndpointScreens::channel)
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseGet(() -> all.getFirst().channel());
    }

    /// {@return what the endpoints of these letters are called}
    Map<Endpoint, EndpointName> endpointsOf(Collection<DeadLetter> letters) {
        return channels.namesOf(letters.stream().flatMap(one -> one.at().stream()).toList());
    }

    /// {@return the name of the account that a delivery came through; empty where none knows it}
    String accountOf(String source) {
        return all.stream().flatMap(one -> one.accountOf(source).stream()).findFirst().orElse("");
    }
}
