package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkstreamId;

/// What an administrator has chosen so far to set a page up in a workstream.
///
/// @param pageId Meta's name for the page; empty while none is chosen
public record PageSetUpDraft(
        UserId owner, WorkstreamId workstream, String pageId, InstanceSettings settings) {}
