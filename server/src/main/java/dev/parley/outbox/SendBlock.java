package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import java.time.Instant;

/// A problem that affects a whole endpoint.
///
/// @param cause a stable code, for a text that users understand
/// @param detail the channel's message
/// @param since when it began, this time
/// @param lastAt when it last occurred
/// @param until nothing is sent before; in the past when it has passed
/// @param stopped whether nothing is sent until an administrator has fixed it
/// @param alerts whether there is something to fix
public record SendBlock(
        Endpoint endpoint,
        String cause,
        String detail,
        Instant since,
        Instant lastAt,
        Instant until,
        boolean stopped,
        boolean alerts) {
    /// {@return whether it prevents the endpoint from sending}
    public boolean blocks(Instant now) {
        return stopped || until.isAfter(now);
    }
}
