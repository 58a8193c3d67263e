package dev.parley.messenger.admin.view;

import dev.parley.messenger.account.MessagingAccount;
import dev.parley.platform.web.Problems;

/// The tab *Settings* of the account settings.
///
/// @param name as typed, or as it is
/// @param pages the number of pages
/// @param privacy who read which notice when, as text
public record AccountSettingsView(
        MessagingAccount account, String name, int pages, String privacy, Problems problems) {}
