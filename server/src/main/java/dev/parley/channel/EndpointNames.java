package dev.parley.channel;

import java.util.Collection;
import java.util.Map;

/// What the company's endpoints are called. Each channel brings its own.
public interface EndpointNames extends ChannelSpecific {

    /// {@return the names of these endpoints by id; none for one that never was}
    Map<String, EndpointName> namesOf(Collection<String> ids);

    /// What an endpoint is called, or was before it was removed.
    ///
    /// @param removed whether nothing can be sent for it any more
    record EndpointName(String name, boolean removed) {}
}
