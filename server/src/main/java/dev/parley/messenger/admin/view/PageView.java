package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Problems;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import java.util.List;

/// The screen of one page: how it stands, why, and what can be done about it.
///
/// @param workstream in which it is set up, by name; empty for none
/// @param exchanges whether its token may be exchanged for one that lasts
/// @param notice in words; empty for none
public record PageView(
        MessagingAccount account,
        FacebookPage page,
        ChecksView checks,
        TestMessageView testMessage,
        List<Fact> facts,
        String workstream,
        boolean exchanges,
        Problems problems,
        String notice) {
    public PageView {
        facts = List.copyOf(facts);
    }

    /// {@return the address of this screen}
    public String address() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(account.id(), page.id());
    }

    /// One thing that Meta told.
    public record Fact(String name, String words) {}
}
