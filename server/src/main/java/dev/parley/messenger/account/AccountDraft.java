package dev.parley.messenger.account;

import dev.parley.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What an administrator has typed so far about an account that is not saved yet, as typed: it may
/// be wrong. Nothing else knows of it, and it is forgotten after a day.
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
    /// What Meta said of the application ID and the secret together.
    public enum Proof {
        UNTRIED,
        /// They belong together, or could not be asked about and the reader chose to go on.
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

    /// {@return the draft for this app} A secret that is not typed again is the one before. What
    /// was proven of another app proves nothing of this one, nor of its pages.
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
                sameApp ? entry : entry.offering(List.of()),
                same ? proof : Proof.UNTRIED);
    }

    /// {@return the draft with what Meta said of its application ID and its secret}
    public AccountDraft proven(Proof told) {
        return new AccountDraft(
                id, owner, name, applicationId, appSecret, privacy, pages, entry, told);
    }

    /// {@return the draft with these pages as well} A page that is there already gets the new
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

    public boolean holds(String pageId) {
        return pages.stream().anyMatch(page -> page.pageId().equals(pageId));
    }
}
