package dev.parley.simulator.graph.send;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How exact Graph is.
///
/// @param fetchAttachments whether attachments by address are fetched, as Meta does, or believed
@ConfigurationProperties("simulator.graph")
record GraphSettings(@DefaultValue("true") boolean fetchAttachments) {}
