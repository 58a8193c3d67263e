/// Where Messenger knocks: checks who it is, and turns what it brings into envelopes.
@NullMarked
package dev.parley.messenger.webhook;

import org.jspecify.annotations.NullMarked;
