package dev.parley.privacy;

import dev.parley.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who may download transcripts, as an administrator chose it.
///
/// @param changedBy null if nobody has changed it
/// @param revision counts its changes
public record TranscriptSetting(
        TranscriptAccess access,
        @Nullable Instant changedAt,
        @Nullable UserId changedBy,
        int revision) {}
