package dev.parley.channel;

/// Small signs to a customer that are worth nothing later: they are given once, at once, and nobody
/// minds when one is lost. Each channel that knows such signs brings its own.
public interface SenderActions extends ChannelSpecific {
    /// An agent is writing just now.
    void typing(Address to);

    /// An agent has seen what the customer wrote.
    void seen(Address to);
}
