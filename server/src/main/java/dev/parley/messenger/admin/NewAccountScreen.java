package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Step;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.messenger.account.AccountDrafts;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.admin.view.AccountForm;
import dev.parley.messenger.admin.view.NewPagesView;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Renders the pages of the wizard *New account*, and decides how far the user may proceed.
@Component
class NewAccountScreen {
    static final String ADDRESS = "/admin/messaging-accounts/new";

    private final Templates templates;
    private final AccountDrafts drafts;
    private final MessagingAccounts accounts;

    NewAccountScreen(Templates templates, AccountDrafts drafts, MessagingAccounts accounts) {
        this.templates = templates;
        this.drafts = drafts;
        this.accounts = accounts;
    }

    AccountDraft draft(UUID id, SignedIn me) {
        return drafts.byId(id, me.userId()).orElseThrow(() -> new NoSuchDraft(id));
    }

    static String address(AccountDraft draft) {
        return ADDRESS + "/" + draft.id();
    }

    static AppKeys keys(AccountDraft draft) {
        return new AppKeys(draft.applicationId(), draft.appSecret().orElseThrow());
    }

    static Set<String> here(AccountDraft draft) {
        return draft.pages().stream().map(PageDraft::pageId).collect(Collectors.toSet());
    }

    JteModel channel(PageFrame frame, AccountForm form, Problems problems) {
        return templates.messengerNewAccountChannel(frame, form, steps(frame, form, 0), problems);
    }

    JteModel channel(PageFrame frame, AccountDraft draft, Problems problems) {
        return channel(frame, AccountForm.of(draft, address(draft)), problems);
    }

    JteModel application(PageFrame frame, AccountDraft draft, Problems problems) {
        var form = AccountForm.of(draft, address(draft));
        return templates.messengerNewAccountApplication(
                frame, form, steps(frame, form, 1), problems);
    }

    JteModel pages(PageFrame frame, AccountDraft draft, PaneView pane, Problems problems) {
        var form = AccountForm.of(draft, address(draft));
        return templates.messengerNewAccountPages(
                frame,
                new NewPagesView(form, draft.pages(), pane, problems, warning(frame, draft)),
                steps(frame, form, 2));
    }

    /// An app has one callback URL only.
    private String warning(PageFrame frame, AccountDraft draft) {
        var same = accounts.namesOf(draft.applicationId());
        return same.isEmpty() ? "" : frame.text("facebook.account.sameApp", same.getFirst());
    }

    /// {@return the pages with the pane closed}
    JteModel pages(PageFrame frame, AccountDraft draft, Problems problems) {
        var address = address(draft) + "/pages";
        var closed = PaneView.of(address, address, "", draft.entry(), List.of());
        return pages(frame, draft, closed, problems);
    }

    /// {@return the steps of the wizard, of which this one is open}
    static List<Step> steps(PageFrame frame, AccountForm form, int open) {
        var words =
                List.of(
                        frame.text("facebook.account.channelDetails"),
                        frame.text("facebook.account.add"),
                        frame.text("facebook.account.addPages"),
                        frame.text("facebook.callback"));
        var addresses =
                List.of(
                        form.address(),
                        form.named() ? form.address() + "/application" : "",
                        form.ready() ? form.address() + "/pages" : "",
                        "");
        var steps = new ArrayList<Step>();
        for (var number = 0; number < words.size(); number++) {
            var state =
                    number == open
                            ? Step.State.OPEN
                            : number < open ? Step.State.DONE : Step.State.AHEAD;
            steps.add(
                    new Step(
                            words.get(number), number == open ? "" : addresses.get(number), state));
        }
        return steps;
    }

    /// {@return the steps once everything is saved}
    static List<Step> stepsAtTheEnd(PageFrame frame) {
        return steps(frame, AccountForm.EMPTY, 3);
    }

    /// {@return whether the application step is done, and nothing in it is known to be wrong}
    static boolean mayAddPages(Texts t, AccountDraft draft) {
        return draft.proof() == Proof.PASSED && ofApplication(t, draft).isEmpty();
    }

    static Problems ofChannel(Texts t, AccountDraft draft) {
        return new FormCheck(t)
                .filled("name", "facebook.account.name", draft.name(), FormCheck.NAME);
    }

    static Problems ofApplication(Texts t, AccountDraft draft) {
        var check = new FormCheck(t);
        var secret = draft.appSecret().map(Secret::reveal).orElse("");
        var consent =
                draft.privacy().isPresent()
                        ? Problems.NONE
                        : Problems.with("consent", t.text("facebook.privacy.needed"));
        return check.digits(
                        "applicationId", "facebook.account.applicationId", draft.applicationId())
                .merge(
                        check.copied(
                                "applicationSecret",
                                "facebook.account.applicationSecret",
                                secret,
                                FormCheck.NAME))
                .merge(consent);
    }

    /// The draft does not exist, belongs to another user, or has expired.
    static final class NoSuchDraft extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchDraft(UUID id) {
            super("Draft %s does not exist".formatted(id));
        }
    }
}
