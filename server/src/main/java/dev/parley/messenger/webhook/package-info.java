/// Receives Messenger's webhooks: verifies their sender, and turns them into envelopes.
@NullMarked
package dev.parley.messenger.webhook;

import org.jspecify.annotations.NullMarked;
