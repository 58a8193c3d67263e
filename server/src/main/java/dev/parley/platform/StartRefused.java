package dev.parley.platform;

import java.util.List;

/// The server does not start, for reasons that the operator can fix: each is a sentence that states
/// the problem and its fix.
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String[] reasons;

    public StartRefused(List<String> reasons) {
        super(String.join(System.lineSeparator(), reasons));
        this.reasons = reasons.toArray(String[]::new);
    }

    public StartRefused(String reason) {
        this(List.of(reason));
    }

    public StartRefused(String reason, Throwable cause) {
        this(reason);
        initCause(cause);
    }

    public List<String> reasons() {
        return List.of(reasons);
    }
}
