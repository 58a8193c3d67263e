package dev.parley.admin.kit;

import dev.parley.platform.web.PageFrame;
import java.util.List;

/// A summary of what is set up in a channel. Each channel provides its own.
public interface ChannelOverview {
    /// {@return the counts for the first page of the administration}
    List<Fact> facts(PageFrame frame);

    /// {@return the channel's line on the page *Channels*}
    Row row(PageFrame frame);

    /// A count of one kind of object.
    ///
    /// @param address where they are listed; empty if they have no list
    /// @param count as text; or the text to show if there is none
    /// @param none whether there is none
    /// @param makes where the first one is created; with an empty text if it cannot be created from
    ///   here
    record Fact(String label, String address, String count, boolean none, Link makes) {}

    /// One channel.
    ///
    /// @param address where it is managed
    record Row(String name, String about, String count, String address) {}
}
