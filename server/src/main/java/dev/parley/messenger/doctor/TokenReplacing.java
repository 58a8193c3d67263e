package dev.parley.messenger.doctor;

import dev.parley.identity.UserId;
import dev.parley.messenger.doctor.Replacement.CannotTell;
import dev.parley.messenger.doctor.Replacement.Replaced;
import dev.parley.messenger.doctor.Replacement.Unfit;
import dev.parley.messenger.graph.Examination;
import dev.parley.messenger.graph.Measured.Token;
import dev.parley.messenger.graph.Told;
import dev.parley.messenger.setup.FacebookPage;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccount;
import dev.parley.messenger.setup.Secret;
import org.springframework.stereotype.Component;

/// Gives pages other tokens, once Meta has said that they will do.
@Component
public class TokenReplacing {
    private final Examination examination;
    private final FacebookPages pages;

    TokenReplacing(Examination examination, FacebookPages pages) {
        this.examination = examination;
        this.pages = pages;
    }

    /// Replaces the token by this one, if it holds, is this page's, and was made for this app.
    ///
    /// @throws org.springframework.dao.OptimisticLockingFailureException when the page was changed
    ///   since it was read
    public Replacement replace(
            MessagingAccount account, FacebookPage page, Secret token, UserId by) {
        return switch (examination.token(account, token)) {
            case Told.Answered<Token>(var told) -> replace(account, page, token, told, by);
            case Told.Refused<Token>(var code, _, _, var detail) when code == 100 ->
                    new Unfit(
                            Finding.of(Topic.TOKEN, Verdict.WRONG, "tokenOtherApp", "")
                                    .saying(detail));
            case Told.Refused<Token>(_, _, _, var detail) -> new CannotTell("needsApp", detail);
            case Told.Silent<Token>(var detail) -> new CannotTell("unreachable", detail);
            case Told.Unasked<Token> _ -> new CannotTell("unreachable", "");
        };
    }

    private Replacement replace(
            MessagingAccount account, FacebookPage page, Secret token, Token told, UserId by) {
        var finding = Tokens.finding(told, account.applicationId(), page.pageId());
        if (finding.verdict() == Verdict.WRONG) {
            return new Unfit(finding);
        }
        pages.replaceToken(page, token, by);
        return new Replaced();
    }

    /// Makes the page's token that does not end from the token of somebody who runs the page, and
    /// replaces the present one by it. The token that was typed in is not kept.
    public Replacement exchange(
            MessagingAccount account, FacebookPage page, Secret userToken, UserId by) {
        return switch (examination.lasting(account, page.pageId(), userToken)) {
            case Told.Answered<Secret>(var token) -> replace(account, page, token, by);
            case Told.Refused<Secret>(_, _, var cause, var detail) ->
                    new CannotTell(
                            cause.equals("unreachable") ? "notTheirPage" : "notExchanged", detail);
            case Told.Silent<Secret>(var detail) -> new CannotTell("unreachable", detail);
            case Told.Unasked<Secret> _ -> new CannotTell("unreachable", "");
        };
    }
}
