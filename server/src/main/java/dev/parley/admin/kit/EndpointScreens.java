package dev.parley.admin.kit;

import dev.parley.channel.ChannelSpecific;
import dev.parley.platform.language.Texts;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.WorkstreamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a channel's endpoints are shown and set up in the administration. Each channel brings its
/// own. An endpoint is the company's end of a channel, for example a Facebook page.
public interface EndpointScreens extends ChannelSpecific {
    /// {@return what its endpoints are called, by the channel's own ids}
    Map<String, String> names();

    /// {@return the name of the account that a webhook delivery came through}
    ///
    /// @param source as the inbox has it
    Optional<String> accountOf(String source);

    /// {@return where an endpoint is set up in this workstream}
    Link setUp(Texts t, WorkstreamId workstream);

    /// {@return the screen of an endpoint that is set up in this workstream}
    String address(WorkstreamId workstream, String endpoint);

    /// {@return what of these is switched on, in words}
    List<String> switchedOn(Texts t, InstanceFeatures features);
}
