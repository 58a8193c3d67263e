package dev.parley.messenger.account;

/// A page as shown in lists; its token is not decrypted.
///
/// @param pageId Meta's id of the page
public record FacebookPageLine(
        FacebookPageId id, MessagingAccountId account, String pageId, String name) {}
