package dev.parley.admin.view;

import dev.parley.admin.kit.ChannelOverview.Fact;
import dev.parley.admin.kit.HomeNotice;
import java.util.List;

/// What somebody should know or fix, and what is set up so far.
///
/// @param channels what is set up of each channel
public record HomeView(List<HomeNotice> notices, List<Fact> channels, int users) {
    public HomeView {
        notices = List.copyOf(notices);
        channels = List.copyOf(channels);
    }
}
