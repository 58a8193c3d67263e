package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.doctor.TokenReplacement;
import dev.parley.messenger.doctor.TokenReplacements;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// The token of a Facebook page: replacing it, or exchanging a user's for a lasting one.
@Controller
@RequestMapping("/admin/messaging-accounts/{id}/pages/{pageId}")
class PageTokenController {
    private final AccountScreen accounts;
    private final PageScreen screen;
    private final TokenReplacements tokens;

    PageTokenController(AccountScreen accounts, PageScreen screen, TokenReplacements tokens) {
        this.accounts = accounts;
        this.screen = screen;
        this.tokens = tokens;
    }

    @PostMapping("/token")
    Answer replace(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        return save(frame, me, page(id, pageId), TokenField.PAGE_TOKEN, typed);
    }

    @PostMapping("/exchange")
    Answer exchange(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        return save(frame, me, page(id, pageId), TokenField.USER_TOKEN, typed);
    }

    private PageInAccount page(UUID id, UUID pageId) {
        var account = accounts.account(id);
        return new PageInAccount(account, accounts.facebookPage(account, pageId));
    }

    private Answer save(
            PageFrame frame, SignedIn me, PageInAccount at, TokenField field, FormInput typed) {
        var token = typed.text(field.input);
        var problems =
                new FormCheck(frame.t()).copied(field.input, field.label, token, FormCheck.TOKEN);
        if (!problems.isEmpty()) {
            return again(frame, at, problems);
        }
        var secret = new Secret(token);
        return answer(
                frame,
                at,
                field,
                switch (field) {
                    case PAGE_TOKEN -> tokens.replace(at.account, at.page, secret, me.userId());
                    case USER_TOKEN -> tokens.exchange(at.account, at.page, secret, me.userId());
                });
    }

    private Answer answer(
            PageFrame frame, PageInAccount at, TokenField field, TokenReplacement replacement) {
        return switch (replacement) {
            case TokenReplacement.Replaced() -> PageScreen.done(at.page, field.notice);
            case TokenReplacement.Conflict(var now) ->
                    screen.again(frame, at.account, now, screen.conflict(frame, now));
            case TokenReplacement.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case TokenReplacement.InvalidToken(var why) ->
                    again(frame, at, new TokenTexts(frame.t()).problems(field.input, why));
            case TokenReplacement.NotAUserToken() ->
                    again(frame, at, problem(frame, field, "facebook.pick.ofNoUser"));
            case TokenReplacement.NotTheirPage() ->
                    again(frame, at, problem(frame, field, "doctor.page.notTheirPage"));
        };
    }

    private Answer again(PageFrame frame, PageInAccount at, Problems problems) {
        return screen.again(frame, at.account, at.page, problems);
    }

    private static Problems problem(PageFrame frame, TokenField field, String key) {
        return Problems.with(field.input, frame.text(key));
    }

    /// The page in the URL, and the account in the URL that it belongs to.
    private record PageInAccount(MessagingAccount account, FacebookPage page) {}

    /// Which token is entered: a page's, or that of a user who manages the page.
    private enum TokenField {
        PAGE_TOKEN("token", "facebook.page.token", "replaced"),
        USER_TOKEN("userToken", "doctor.page.userToken", "exchanged");

        private final String input;
        private final String label;
        private final String notice;

        TokenField(String input, String label, String notice) {
            this.input = input;
            this.label = label;
            this.notice = notice;
        }
    }
}
