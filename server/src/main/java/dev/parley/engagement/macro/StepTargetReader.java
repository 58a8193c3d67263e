package dev.parley.engagement.macro;

import dev.parley.identity.Users;
import dev.parley.tag.Tags;
import dev.parley.team.Queues;
import dev.parley.workstream.DispositionCodes;
import org.springframework.stereotype.Component;

/// Reads what the steps of macros can refer to.
@Component
public class StepTargetReader {
    private final Queues queues;
    private final Users users;
    private final DispositionCodes codes;
    private final Tags tags;

    StepTargetReader(Queues queues, Users users, DispositionCodes codes, Tags tags) {
        this.queues = queues;
        this.users = users;
        this.codes = codes;
        this.tags = tags;
    }

    /// {@return all of it, as it is now}
    public StepTargets now() {
        return new StepTargets(
                queues.all(), users.activeAgents(), codes.active(), tags.allByAnyId());
    }
}
