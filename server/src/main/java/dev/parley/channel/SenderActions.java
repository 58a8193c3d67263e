package dev.parley.channel;

/// Indicators for a customer, such as typing. They have no value later: they are sent once, at
/// once, and losing one does no harm. Each channel that supports them implements it.
public interface SenderActions extends ChannelSpecific {
    /// An agent is typing.
    void typing(Address to);

    /// An agent has seen the customer's messages.
    void seen(Address to);
}
