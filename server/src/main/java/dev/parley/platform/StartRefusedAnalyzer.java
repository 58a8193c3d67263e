package dev.parley.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Prints why the server does not start, as sentences instead of a stack trace.
final class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable whole, StartRefused refusal) {
        var reasons = "- " + String.join("\n- ", refusal.reasons());
        return new FailureAnalysis("Parley does not start:\n" + reasons, null, whole);
    }
}
