package dev.parley.messenger.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Creates an account and its pages from a draft and deletes the draft, all or nothing.
@Component
public class AccountCreation {
    private final MessagingAccounts accounts;
    private final FacebookPages pages;
    private final AccountDrafts drafts;
    private final TransactionTemplate together;

    AccountCreation(
            MessagingAccounts accounts,
            FacebookPages pages,
            AccountDrafts drafts,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.pages = pages;
        this.drafts = drafts;
        this.together = new TransactionTemplate(transactions);
    }

    /// Saves the draft. If two users save the same page at the same moment, one waits for the other
    /// and then gets [Opening.PagesUsed]; neither its account nor its callback values are stored.
    ///
    /// @param draft with everything that an account needs
    public Result create(AccountDraft draft) {
        return together.execute(transaction -> {
            var account =
                    accounts.create(
                            draft.name(),
                            draft.applicationId(),
                            draft.appSecret().orElseThrow(),
                            draft.privacy(),
                            draft.owner());
            var used = added(account, draft);
            if (!used.isEmpty()) {
                transaction.setRollbackOnly();
                return new Result.PagesUsed(used);
            }
            drafts.discard(draft);
            return new Result.Created(account);
        });
    }

    /// Adds pages that were checked with Meta to an existing account, all of them or none.
    public Result add(MessagingAccount account, List<PageDraft> more, AccountDraft typed) {
        return together.execute(transaction -> {
            var used = added(account, typed.with(more));
            if (!used.isEmpty()) {
                transaction.setRollbackOnly();
                return new Result.PagesUsed(used);
            }
            drafts.discard(typed);
            return new Result.Created(account);
        });
    }

    /// Always in the same order: two requests that add the same pages must not deadlock.
    private List<Result.Used> added(MessagingAccount account, AccountDraft draft) {
        var used = new ArrayList<Result.Used>();
        draft.pages().stream()
                .sorted(Comparator.comparing(PageDraft::pageId))
                .forEach(page -> {
                    var added =
                            pages.add(
                                    account.id(),
                                    page.pageId(),
                                    page.name(),
                                    page.token(),
                                    draft.owner());
                    if (added instanceof PageAddition.UsedBy(var holder)) {
                        used.add(new Result.Used(page, holder));
                    }
                });
        return used;
    }

    /// The result of saving a draft or adding pages.
    public sealed interface Result {
        record Created(MessagingAccount account) implements Result {}

        /// Nothing was saved.
        record PagesUsed(List<Used> pages) implements Result {
            public PagesUsed {
                pages = List.copyOf(pages);
            }
        }

        /// A page that already belongs to another account, or to the same one.
        record Used(PageDraft page, MessagingAccount holder) {}
    }
}
