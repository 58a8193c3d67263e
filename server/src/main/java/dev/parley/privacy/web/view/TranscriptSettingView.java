package dev.parley.privacy.web.view;

import dev.parley.platform.web.Problems;
import dev.parley.privacy.TranscriptAccess;

/// The page on which administrators choose who may download transcripts.
///
/// @param notice a message; empty for none
public record TranscriptSettingView(
        TranscriptAccess access, int revision, Problems problems, String notice) {}
