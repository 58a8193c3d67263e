package dev.parley.privacy;

import java.util.UUID;

/// The id of a masking rule.
public record MaskingRuleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
