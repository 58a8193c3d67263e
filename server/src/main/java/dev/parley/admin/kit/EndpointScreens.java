package dev.parley.admin.kit;

import dev.parley.channel.ChannelSpecific;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.WorkstreamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows a channel's endpoints in the administration and sets them up. Each channel provides its
/// own. An endpoint is the company's end of a channel.
public interface EndpointScreens extends ChannelSpecific {
    /// {@return the names of its endpoints, by the channel's own ids}
    Map<String, String> names();

    /// {@return the name of the account that a webhook delivery arrived through}
    ///
    /// @param source as stored in the inbox
    Optional<String> accountOf(String source);

    /// {@return how its endpoints are called}
    EndpointTexts texts(Texts t);

    /// {@return what to do about failed events of this channel}
    FailedEventTexts failedEvents(Texts t);

    /// {@return the link to set up an endpoint in this workstream}
    Link setUp(Texts t, WorkstreamId workstream);

    /// {@return the screen of an endpoint that is set up in this workstream}
    String address(WorkstreamId workstream, String endpoint);

    /// {@return the names of the enabled features}
    List<String> switchedOn(Texts t, InstanceFeatures features);
}
