package dev.parley.messenger.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.FacebookPage;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.doctor.TokenReplacement;
import dev.parley.messenger.doctor.TokenReplacements;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
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
    Answer replaceToken(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var token = typed.text("token");
        var problems =
                new FormCheck(frame.t())
                        .copied("token", "facebook.page.token", token, FormCheck.TOKEN);
        return problems.isEmpty()
                ? replaced(
                        frame,
                        account,
                        page,
                        tokens.replace(account, page, new Secret(token), me.userId()),
                        "token")
                : screen.again(frame, account, page, problems);
    }

    @PostMapping("/exchange")
    Answer exchange(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID pageId,
            FormInput typed) {
        var account = accounts.account(id);
        var page = accounts.facebookPage(account, pageId);
        var token = typed.text("userToken");
        var problems =
                new FormCheck(frame.t())
                        .copied("userToken", "doctor.page.userToken", token, FormCheck.TOKEN);
        return problems.isEmpty()
                ? replaced(
                        frame,
                        account,
                        page,
                        tokens.exchange(account, page, new Secret(token), me.userId()),
                        "userToken")
                : screen.again(frame, account, page, problems);
    }

    private Answer replaced(
            PageFrame frame,
            MessagingAccount account,
            FacebookPage page,
            TokenReplacement replacement,
            String field) {
        return switch (replacement) {
            case TokenReplacement.Replaced() ->
                    PageScreen.done(page, field.equals("token") ? "replaced" : "exchanged");
            case TokenReplacement.Conflict(var now) ->
                    screen.again(frame, account, now, screen.overtaken(frame, now));
            case TokenReplacement.NotFound() ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case TokenReplacement.InvalidToken(var why) ->
                    screen.again(
                            frame, account, page, new TokenTexts(frame.t()).problems(field, why));
            case TokenReplacement.NotAUserToken() ->
                    screen.again(
                            frame, account, page, problem(frame, field, "facebook.pick.ofNoUser"));
            case TokenReplacement.NotTheirPage() ->
                    screen.again(
                            frame,
                            account,
                            page,
                            problem(frame, field, "doctor.page.notTheirPage"));
        };
    }

    private static Problems problem(PageFrame frame, String field, String key) {
        return Problems.with(field, frame.text(key));
    }
}
