package dev.parley.conversation;

import dev.parley.channel.Address;

/// A message from or to this person, written outside Parley.
record InboundMessage(Address with, NewMessage message) {}
