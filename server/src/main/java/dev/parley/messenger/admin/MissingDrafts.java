package dev.parley.messenger.admin;

import dev.parley.messenger.admin.NewAccountScreen.NoSuchDraft;
import dev.parley.messenger.admin.view.AccountForm;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.models.runtime.JteModel;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Restarts the wizard, with the reason, for a user who returns to a draft that no longer exists.
@ControllerAdvice(
        assignableTypes = {NewAccountWizardController.class, NewAccountPagesController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingDrafts {
    private final NewAccountScreen page;

    MissingDrafts(NewAccountScreen page) {
        this.page = page;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    JteModel beginAgain(NoSuchDraft none, PageFrame frame) {
        var why = Problems.with("draft", frame.text("facebook.account.draftGone"));
        return page.channel(frame, AccountForm.EMPTY, why);
    }
}
