package dev.parley.platform;

import java.util.List;

/// The server will not start, for reasons that whoever runs it can remove: each is a sentence that
/// says what is wrong and what to do.
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
