package dev.parley.attachment;

import dev.parley.channel.FileRules;

/// What became of a file that somebody handed in. Every caller has to say what it does in each
/// case.
public sealed interface Upload {
    /// It waits to be sent.
    record Kept(StoredAttachment file) implements Upload {}

    /// It is not taken.
    ///
    /// @param rules what the channel takes
    record Refused(Flaw flaw, FileRules rules) implements Upload {}

    /// Why a file is not taken.
    enum Flaw {
        /// There is no such conversation, or somebody else holds it.
        NOT_YOURS,
        /// Files from agents are switched off for this endpoint.
        SWITCHED_OFF,
        /// The channel takes no files.
        NO_FILES_HERE,
        EMPTY,
        TOO_LARGE,
        PICTURE_TOO_LARGE,
        /// It could do harm.
        BLOCKED,
        /// As many as may go out at once wait already.
        TOO_MANY,
        /// Its writer let go of it while it was on its way.
        DISCARDED
    }
}
