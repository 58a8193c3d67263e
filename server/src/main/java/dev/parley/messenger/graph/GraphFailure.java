package dev.parley.messenger.graph;

/// Why a call of the Graph API failed.
///
/// @param cause the stable code of the text that users see; `network` if Meta returned no error
/// @param detail the message of Meta or of the network; never contains a key
/// @param temporary whether the same request may succeed later
record GraphFailure(String cause, String detail, boolean temporary) {}
