package dev.parley.timeout;

import java.util.UUID;

/// The id of a time-out rule.
public record TimeOutRuleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
