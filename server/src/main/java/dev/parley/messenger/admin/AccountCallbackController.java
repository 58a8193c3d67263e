package dev.parley.messenger.admin;

import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.admin.view.CallbackView;
import dev.parley.messenger.graph.CallbackRegistration;
import dev.parley.messenger.graph.Subscriptions;
import dev.parley.platform.PublicUrl;
import dev.parley.platform.web.PageFrame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The values that administrators copy into the Facebook app of a messaging account, also as the
/// last step of the wizard *New messaging account*.
@Controller
class AccountCallbackController {
    private final Templates templates;
    private final AccountScreen page;
    private final CallbackRegistration callback;
    private final PublicUrl publicUrl;

    AccountCallbackController(
            Templates templates,
            AccountScreen page,
            CallbackRegistration callback,
            PublicUrl publicUrl) {
        this.templates = templates;
        this.page = page;
        this.callback = callback;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/admin/messaging-accounts/{id}/callback")
    JteModel show(PageFrame frame, @PathVariable UUID id, @RequestParam Map<String, String> asked) {
        var account = page.account(id);
        return asked.containsKey("new")
                ? templates.messengerNewAccountCallback(
                        frame, values(account), NewAccountScreen.stepsAtTheEnd(frame))
                : templates.messengerAccountCallback(
                        frame,
                        AccountScreen.frame(frame, account, "/callback", ""),
                        values(account));
    }

    private CallbackView values(MessagingAccount account) {
        return new CallbackView(
                AccountScreen.address(account),
                publicUrl.of(account.callbackPath()),
                account.verifyToken().reveal(),
                callback.canBeCalled(),
                String.join(", ", Subscriptions.FIELDS),
                publicUrl.of(account.dataDeletionPath()),
                publicUrl.of(account.deauthorizePath()));
    }
}
