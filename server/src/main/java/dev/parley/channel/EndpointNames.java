package dev.parley.channel;

import java.util.Collection;
import java.util.Map;

/// The names of the company's endpoints. Each channel implements it.
public interface EndpointNames extends ChannelSpecific {

    /// {@return the names of these endpoints by id; no entry for one that never existed}
    Map<String, EndpointName> namesOf(Collection<String> ids);

    /// The name of an endpoint, also of a removed one.
    ///
    /// @param removed whether it was removed, so that nothing can be sent for it
    record EndpointName(String name, boolean removed) {}
}
