package dev.parley.messenger.admin.view;

import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.messenger.account.Secret;

/// The input for a new account, as typed; of the secret only its last characters.
///
/// @param address of this draft; empty before there is one
/// @param secretTail empty until a secret is typed
/// @param consented whether the privacy notice is ticked
/// @param proven whether the user may continue with the application ID and the secret
public record AccountForm(
        String address,
        String name,
        String applicationId,
        String secretTail,
        boolean consented,
        boolean proven) {
    public static final AccountForm EMPTY = new AccountForm("", "", "", "", false, false);

    /// {@return whether the application may be entered}
    public boolean named() {
        return !address.isEmpty() && !name.isBlank();
    }

    /// {@return whether pages may be added}
    public boolean ready() {
        return proven && consented;
    }

    public static AccountForm of(AccountDraft draft, String address) {
        return new AccountForm(
                address,
                draft.name(),
                draft.applicationId(),
                draft.appSecret().map(Secret::tail).map(tail -> "•••• " + tail).orElse(""),
                draft.privacy().isPresent(),
                draft.proof() == Proof.PASSED);
    }
}
