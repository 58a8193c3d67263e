/// Parley: a customer's message is received and stored, becomes a conversation and is assigned to
/// an agent, whose reply is sent.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
