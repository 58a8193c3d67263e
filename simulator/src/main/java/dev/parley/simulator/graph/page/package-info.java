/// Nodes of a page: profiles, personas, labels, its Messenger profile, its subscriptions.
@NullMarked
package dev.parley.simulator.graph.page;

import org.jspecify.annotations.NullMarked;
