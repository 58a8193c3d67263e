/// Parley's calls to Messenger: the Graph API.
@NamedInterface("graph")
@NullMarked
package dev.parley.messenger.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
