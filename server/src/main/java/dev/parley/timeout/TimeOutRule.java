package dev.parley.timeout;

import dev.parley.identity.UserId;
import dev.parley.workstream.WorkstreamId;
import java.time.Instant;

/// What Parley does in the active conversations of a workstream when nobody has written for a time.
///
/// @param place among the rules of its workstream, from 1: the first goes first when several are
///   due at the same time
public record TimeOutRule(
        TimeOutRuleId id,
        WorkstreamId workstream,
        int place,
        TimeOutRuleDraft content,
        Instant createdAt,
        UserId createdBy,
        Instant changedAt,
        UserId changedBy,
        int revision) {}
