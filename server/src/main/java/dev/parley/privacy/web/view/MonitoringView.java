package dev.parley.privacy.web.view;

import dev.parley.admin.kit.Listing;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.Acknowledgement;
import dev.parley.privacy.MonitoringNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the monitoring notice.
///
/// @param form as typed
/// @param last the last notice; null before the first
/// @param by the name of who published it
/// @param progress how many agents acknowledged it; empty if there is none in force
/// @param lines a page of the acknowledgements
/// @param all how many there are
/// @param notice a message; empty for none
public record MonitoringView(
        Form form,
        @Nullable MonitoringNotice last,
        String by,
        String progress,
        Listing listing,
        List<Acknowledgement> lines,
        long all,
        Problems problems,
        String notice) {
    public MonitoringView {
        lines = List.copyOf(lines);
    }

    /// The form to publish a notice.
    ///
    /// @param number of the notice when the form was opened; 0 before the first
    public record Form(String english, String chinese, int number) {}
}
