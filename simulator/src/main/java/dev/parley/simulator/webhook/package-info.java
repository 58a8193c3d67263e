/// Webhooks: payloads, signatures, order, retries, holding.
@NullMarked
package dev.parley.simulator.webhook;

import org.jspecify.annotations.NullMarked;
