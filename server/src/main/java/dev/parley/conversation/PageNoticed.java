package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelEvent.PageWarned;

/// Told in the transaction in which a channel's warning about a page is handled.
public record PageNoticed(Address page, PageWarned warning) {}
