package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkstreamId;

/// An administrator's choices so far for setting up a page in a workstream.
///
/// @param pageId Meta's id of the page; empty while none is chosen
public record PageSetUpDraft(
        UserId owner, WorkstreamId workstream, String pageId, InstanceSettings settings) {}
