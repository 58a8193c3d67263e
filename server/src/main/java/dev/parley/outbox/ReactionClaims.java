package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.outbox.ReactionRows.PendingReaction;
import dev.parley.platform.Installation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Claims pending reactions for this node, until their lease ends. While the installation is quiet,
/// it claims none.
@Component
class ReactionClaims {
    private final ReactionRows rows;
    private final Installation installation;
    private final OutboxSettings settings;

    ReactionClaims(ReactionRows rows, Installation installation, OutboxSettings settings) {
        this.rows = rows;
        this.installation = installation;
        this.settings = settings;
    }

    /// @param busy the endpoints for which none is claimed now
    Optional<PendingReaction> claim(Set<Endpoint> busy, Instant now) {
        return installation.isQuiet()
                ? Optional.empty()
                : rows.claim(busy, now, now.plus(settings.lease()));
    }
}
