package dev.parley.messenger.admin.view;

import java.util.List;

/// The progress of a message that an administrator sends to the page. Reloads itself until the
/// message has arrived, or is stuck.
///
/// @param address of the page's screen
/// @param started whether a test is running
/// @param ended whether there will be no more progress
/// @param minutes how long nothing has arrived; 0 while that is normal
/// @param causes why it may be stuck, as text
public record TestMessageView(
        String address,
        boolean started,
        boolean ended,
        List<Step> steps,
        int minutes,
        List<String> causes) {
    public TestMessageView {
        steps = List.copyOf(steps);
        causes = List.copyOf(causes);
    }

    public boolean hasArrived() {
        return ended && steps.stream().allMatch(one -> one.passed() == Passed.YES);
    }

    /// One step of the processing.
    ///
    /// @param name as in text keys
    /// @param note what else is known there; empty for nothing
    /// @param link the address of more information; empty for none
    public record Step(String name, Passed passed, String note, String link) {}

    /// Whether the message has passed a step.
    public enum Passed {
        YES,
        NOT_YET,
        STOPPED
    }
}
