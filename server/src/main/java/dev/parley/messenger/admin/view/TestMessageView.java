package dev.parley.messenger.admin.view;

import java.util.List;

/// A message that an administrator sends to the page, on its way. Asks for itself again until it
/// has come all the way, or is stuck.
///
/// @param address of the page's screen
/// @param started whether one is under way
/// @param ended whether nothing more is to be seen
/// @param minutes for how long nothing came; 0 while that is no wonder
/// @param causes why it may be stuck, in words
public record TestMessageView(
        String address,
        boolean started,
        boolean ended,
        List<Station> stations,
        int minutes,
        List<String> causes) {
    public TestMessageView {
        stations = List.copyOf(stations);
        causes = List.copyOf(causes);
    }

    public boolean hasArrived() {
        return ended && stations.stream().allMatch(one -> one.passed() == Passed.YES);
    }

    /// One station on the way.
    ///
    /// @param name as it stands in a text key
    /// @param note what is known there besides; empty for nothing
    /// @param link where more is to be seen; empty for nowhere
    public record Station(String name, Passed passed, String note, String link) {}

    /// Whether the message has passed a station.
    public enum Passed {
        YES,
        NOT_YET,
        STOPPED
    }
}
