package dev.parley.simulator.graph.send;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the Graph API.
///
/// @param fetchAttachments whether attachments sent by URL are downloaded, as by Meta, or accepted
///   unchecked
@ConfigurationProperties("simulator.graph")
record GraphSettings(@DefaultValue("true") boolean fetchAttachments) {}
