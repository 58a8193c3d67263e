package dev.parley.admin;

import dev.parley.admin.kit.EndpointScreens;
import dev.parley.channel.ChannelKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The channels that there are, as administrators see them.
@Component
class AdminChannels {
    private final List<EndpointScreens> all;

    AdminChannels(ObjectProvider<EndpointScreens> all) {
        this.all = all.orderedStream().toList();
    }

    List<EndpointScreens> all() {
        return all;
    }

    EndpointScreens of(ChannelKind kind) {
        return all.stream()
                .filter(one -> one.channel().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No screens for channel " + kind));
    }

    /// {@return the channel of this word in a form; the first where there is none such}
    ChannelKind chosen(String word) {
        return all.stream()
                .map(EndpointScreens::channel)
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseGet(() -> all.getFirst().channel());
    }

    /// {@return what the endpoints of all channels are called, by the channels' own ids}
    Map<String, String> endpointNames() {
        return all.stream()
                .flatMap(one -> one.names().entrySet().stream())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }

    /// {@return the name of the account that a delivery came through; empty where none knows it}
    String accountOf(String source) {
        return all.stream().flatMap(one -> one.accountOf(source).stream()).findFirst().orElse("");
    }
}
