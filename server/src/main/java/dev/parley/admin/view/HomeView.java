package dev.parley.admin.view;

import dev.parley.admin.kit.ChannelOverview.Fact;
import dev.parley.admin.kit.HomeNotice;
import java.util.List;

/// The first page of the administration: notices, and what is set up.
///
/// @param channels what is set up in each channel
public record HomeView(List<HomeNotice> notices, List<Fact> channels, int users) {
    public HomeView {
        notices = List.copyOf(notices);
        channels = List.copyOf(channels);
    }
}
