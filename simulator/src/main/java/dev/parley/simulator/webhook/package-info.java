/// What the app is told, and how: wording, signatures, order, retries, holding back.
@NullMarked
package dev.parley.simulator.webhook;

import org.jspecify.annotations.NullMarked;
