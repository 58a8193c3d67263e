package dev.parley.messenger.graph;

/// Why a call of the Graph API came to nothing.
///
/// @param cause the stable code under which people read about it; `network` where Meta did not say
/// @param detail in the words of Meta or of the network; never with a key in it
/// @param passes whether asking the same again may be answered another time
record GraphFailure(String cause, String detail, boolean passes) {}
