/// Parley: a customer's message comes in, is kept, becomes a conversation, finds an agent, is
/// answered, and the answer goes out.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
