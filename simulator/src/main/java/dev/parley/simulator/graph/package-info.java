/// The Graph API as far as Messenger needs it: sending, profiles, subscriptions, tokens, history.
@NullMarked
package dev.parley.simulator.graph;

import org.jspecify.annotations.NullMarked;
