package dev.parley.simulator.world;

import org.jspecify.annotations.Nullable;

/// Who wrote a message.
public sealed interface Origin {
    /// The person of the thread.
    record Customer() implements Origin {}

    /// An app on behalf of the page, with the parameters that it sent.
    ///
    /// @param persona the name under which the person sees it, if not the page's
    record Desk(
            String appId,
            @Nullable String metadata,
            @Nullable String messagingType,
            @Nullable String tag,
            @Nullable String persona)
            implements Origin {}

    /// An employee in Meta's own inbox.
    record MetaInbox() implements Origin {
        /// The app id that Meta's page inbox has in echoes.
        public static final String APP_ID = "263902037430900";
    }
}
