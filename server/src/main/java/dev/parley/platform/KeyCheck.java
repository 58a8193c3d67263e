package dev.parley.platform;

import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Detects that the key file is missing, or contains another key: Parley continues with the key in
/// memory, but the next start would be refused.
@Component
class KeyCheck implements SelfCheck {
    private final ParleySettings settings;
    private final SecretKey key;

    KeyCheck(ParleySettings settings, SecretKey key) {
        this.settings = settings;
        this.key = key;
    }

    @Override
    public String name() {
        return "secretKey";
    }

    @Override
    public List<Problem> check() {
        return SecretKeys.matchesFile(settings, key)
                ? List.of()
                : List.of(Problem.severe("secretKeyGone", SecretKeys.fileOf(settings)));
    }
}
