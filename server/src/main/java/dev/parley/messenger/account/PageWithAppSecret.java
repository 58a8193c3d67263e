package dev.parley.messenger.account;

/// A page, with what calls of the Graph API on its behalf require besides its token.
///
/// @param appSecret the secret of its account's app
public record PageWithAppSecret(FacebookPage page, Secret appSecret) {}
