/// What a page has and is: profiles, personas, labels, its Messenger profile, its subscriptions.
@NullMarked
package dev.parley.simulator.graph.page;

import org.jspecify.annotations.NullMarked;
