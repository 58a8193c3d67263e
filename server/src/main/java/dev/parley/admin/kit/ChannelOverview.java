package dev.parley.admin.kit;

import dev.parley.platform.web.PageFrame;
import java.util.List;

/// What of a channel is set up, in short. Each channel brings its own.
public interface ChannelOverview {
    /// {@return for the first page of the administration}
    List<Fact> facts(PageFrame frame);

    /// {@return the channel's line on the page *Channels*}
    Row row(PageFrame frame);

    /// How many there are of one thing.
    ///
    /// @param address where they are listed; empty where they have no list of their own
    /// @param count in words; or what to say when there is none
    /// @param none whether there is none
    /// @param makes where the first one is made; empty words where it is not made from here
    record Fact(String label, String address, String count, boolean none, Link makes) {}

    /// One channel.
    ///
    /// @param address where it is managed
    record Row(String name, String about, String count, String address) {}
}
