package dev.parley.messenger.admin;

import dev.parley.admin.kit.UserNames;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.admin.view.InstanceForm;
import dev.parley.messenger.admin.view.InstanceView;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.workstream.AutomatedMessages;
import dev.parley.workstream.ChannelInstance;
import dev.parley.workstream.Workstream;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Component;

/// Renders the settings of one Facebook page in a workstream.
@Component
class ChannelInstanceScreen {
    private final Templates templates;
    private final FacebookPages pages;
    private final MessagingAccounts accounts;
    private final UserNames names;
    private final AutomatedMessages messages;

    ChannelInstanceScreen(
            Templates templates,
            FacebookPages pages,
            MessagingAccounts accounts,
            UserNames names,
            AutomatedMessages messages) {
        this.templates = templates;
        this.pages = pages;
        this.accounts = accounts;
        this.names = names;
        this.messages = messages;
    }

    JteModel show(
            PageFrame frame,
            Workstream workstream,
            ChannelInstance instance,
            InstanceForm form,
            Problems problems,
            String notice) {
        var page = pages.byPageId(instance.endpoint());
        var account = page.flatMap(one -> accounts.byId(one.account()));
        var view =
                new InstanceView(
                        instance,
                        workstream,
                        page.map(FacebookPage::name).orElse(instance.endpoint()),
                        account.map(one -> one.name()).orElse(""),
                        account.map(one -> "/admin/messaging-accounts/" + one.id()).orElse(""),
                        form,
                        messages.defaultFilesRefused(form.settings().language()),
                        problems,
                        names.made(
                                frame,
                                instance.createdAt(),
                                instance.createdBy(),
                                instance.changedAt(),
                                instance.changedBy()),
                        notice);
        return templates.messengerInstance(frame, view);
    }
}
