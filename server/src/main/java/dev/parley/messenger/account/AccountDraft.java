package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// An administrator's unsaved input for an account, as typed: it may be wrong. It is used nowhere
/// else, and is deleted after a day.
public record AccountDraft(
        UUID id,
        UserId owner,
        String name,
        String applicationId,
        Optional<Secret> appSecret,
        Optional<PrivacyConsent> privacy,
        List<PageDraft> pages,
        PageEntry entry,
        Proof proof) {
    /// Meta's verdict on the application ID and the secret together.
    public enum Proof {
        UNTRIED,
        /// They belong together, or Meta could not be asked and the user chose to continue.
        PASSED,
        NO_SUCH_APP,
        OTHER_SECRET;

        public boolean isWrong() {
            return this == NO_SUCH_APP || this == OTHER_SECRET;
        }
    }

    public AccountDraft {
        pages = List.copyOf(pages);
    }

    static AccountDraft empty(UUID id, UserId owner) {
        return new AccountDraft(
                id,
                owner,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                PageEntry.EMPTY,
                Proof.UNTRIED);
    }

    public AccountDraft named(String newName) {
        return new AccountDraft(
                id, owner, newName, applicationId, appSecret, privacy, pages, entry, proof);
    }

    /// {@return the draft for this app} If no secret is typed, the previous one is used. Meta's
    /// verdict on another app does not apply to this one or its pages.
    public AccountDraft ofApp(
            String newApplicationId, String newSecret, Optional<PrivacyConsent> consent) {
        var secret = newSecret.isEmpty() ? appSecret : Optional.of(new Secret(newSecret));
        var sameApp = newApplicationId.equals(applicationId);
        var same = sameApp && secret.map(Secret::reveal).equals(appSecret.map(Secret::reveal));
        return new AccountDraft(
                id,
                owner,
                name,
                newApplicationId,
                secret,
                consent,
                sameApp ? pages : pages.stream().map(PageDraft::unchecked).toList(),
                sameApp ? entry : entry.withFound(List.of()),
                same ? proof : Proof.UNTRIED);
    }

    /// {@return the draft with Meta's verdict on its application ID and its secret}
    public AccountDraft proven(Proof newProof) {
        return new AccountDraft(
                id, owner, name, applicationId, appSecret, privacy, pages, entry, newProof);
    }

    /// {@return the draft with these pages added} A page that it already contains gets the new
    /// token.
    public AccountDraft with(List<PageDraft> more) {
        var ids = more.stream().map(PageDraft::pageId).toList();
        var all =
                Stream.concat(
                                pages.stream().filter(page -> !ids.contains(page.pageId())),
                                more.stream())
                        .toList();
        return new AccountDraft(
                id, owner, name, applicationId, appSecret, privacy, all, entry, proof);
    }

    public AccountDraft without(String pageId) {
        var others = pages.stream().filter(page -> !page.pageId().equals(pageId)).toList();
        return new AccountDraft(
                id, owner, name, applicationId, appSecret, privacy, others, entry, proof);
    }

    public AccountDraft entering(PageEntry newEntry) {
        return new AccountDraft(
                id, owner, name, applicationId, appSecret, privacy, pages, newEntry, proof);
    }

    public boolean contains(String pageId) {
        return pages.stream().anyMatch(page -> page.pageId().equals(pageId));
    }
}
