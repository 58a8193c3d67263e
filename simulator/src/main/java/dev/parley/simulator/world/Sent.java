package dev.parley.simulator.world;

/// A message that an app got accepted.
public record Sent(Page page, String psid, Message message, Origin.Desk origin) {}
