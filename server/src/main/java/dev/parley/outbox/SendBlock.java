package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import java.time.Instant;

/// Something that goes wrong for a whole endpoint.
///
/// @param cause a stable code, for words that people understand
/// @param detail in the channel's own words
/// @param since when it began, this time
/// @param lastAt when it was met last
/// @param until nothing is sent before; in the past when it has passed
/// @param stopped whether nothing is sent until somebody has mended it
/// @param alerts whether there is something to mend
public record SendBlock(
        Endpoint endpoint,
        String cause,
        String detail,
        Instant since,
        Instant lastAt,
        Instant until,
        boolean stopped,
        boolean alerts) {
    /// {@return whether it keeps the endpoint from sending}
    public boolean holdsUp(Instant now) {
        return stopped || until.isAfter(now);
    }
}
