package dev.parley.messenger.doctor;

import dev.parley.messenger.graph.GraphResult;
import dev.parley.messenger.graph.PageMeasurement;
import dev.parley.messenger.graph.PageMeasurement.Installed;
import dev.parley.messenger.graph.PageMeasurement.Token;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one check of a page found.
///
/// @param measured Meta's answers
/// @param known what Parley knew at the time of the check
record CheckResult(PageMeasurement measured, KnownFacts known, List<Finding> findings) {
    CheckResult {
        findings = List.copyOf(findings);
    }

    static CheckResult of(PageMeasurement measured, KnownFacts known) {
        return new CheckResult(measured, known, Diagnosis.of(measured, known));
    }

    String page() {
        return known.pageId();
    }

    Instant at() {
        return known.now();
    }

    ProvisioningState state() {
        return Diagnosis.state(findings);
    }

    /// {@return the causes that make it need attention}
    List<String> causes() {
        return causes(findings);
    }

    static List<String> causes(List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.verdict() == CheckVerdict.WRONG)
                .map(Finding::cause)
                .toList();
    }

    /// {@return what Meta returned about the page's token; null if it returned nothing}
    @Nullable Token token() {
        return measured.token() instanceof GraphResult.Answered<Token>(var token) ? token : null;
    }

    /// {@return the fields that the page sends our app events for}
    List<String> fields() {
        return measured.installed() instanceof GraphResult.Answered<List<Installed>>(var all)
                ? all.stream()
                        .filter(one -> one.appId().equals(known.applicationId()))
                        .findFirst()
                        .map(Installed::fields)
                        .orElse(List.of())
                : List.of();
    }
}
