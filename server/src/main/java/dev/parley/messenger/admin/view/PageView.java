package dev.parley.messenger.admin.view;

import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.platform.web.Problems;
import java.util.List;

/// The screen of one page: its status, the reasons, and what can be done about it.
///
/// @param workstream the name of the workstream in which it is set up; empty for none
/// @param canExchange whether its token may be exchanged for one that does not expire
/// @param notice its text; empty for none
public record PageView(
        MessagingAccount account,
        FacebookPage page,
        ChecksView checks,
        TestMessageView testMessage,
        List<Fact> facts,
        String workstream,
        boolean canExchange,
        Problems problems,
        String notice) {
    public PageView {
        facts = List.copyOf(facts);
    }

    /// {@return the address of this screen}
    public String address() {
        return "/admin/messaging-accounts/%s/pages/%s".formatted(account.id(), page.id());
    }

    /// One fact about the page.
    public record Fact(String name, String words) {}
}
