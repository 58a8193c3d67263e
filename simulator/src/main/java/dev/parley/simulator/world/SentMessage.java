package dev.parley.simulator.world;

/// A message of an app that was accepted.
public record SentMessage(Page page, String psid, Message message, Origin.Desk origin) {}
