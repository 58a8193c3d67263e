package dev.parley.messenger.account;

/// A page as lists name it; its token stays sealed.
///
/// @param pageId Meta's name for it
public record FacebookPageLine(
        FacebookPageId id, MessagingAccountId account, String pageId, String name) {}
