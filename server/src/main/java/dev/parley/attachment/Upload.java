package dev.parley.attachment;

import dev.parley.channel.FileRules;

/// The result of uploading a file. Callers must handle each case.
public sealed interface Upload {
    /// The file is stored and waits to be sent.
    record Stored(StoredAttachment file) implements Upload {}

    /// The file is refused.
    ///
    /// @param rules the file rules of the channel
    record Refused(Flaw flaw, FileRules rules) implements Upload {}

    /// Why a file is refused.
    enum Flaw {
        /// The conversation does not exist, or is assigned to another agent.
        NOT_ASSIGNED,
        /// Files from agents are disabled for this endpoint.
        DISABLED,
        /// The channel does not accept files.
        NOT_SUPPORTED,
        EMPTY,
        TOO_LARGE,
        PICTURE_TOO_LARGE,
        /// It could be harmful.
        BLOCKED,
        /// The maximum number of files is already waiting.
        TOO_MANY,
        /// Its writer deleted it while it was being uploaded.
        DISCARDED
    }
}
