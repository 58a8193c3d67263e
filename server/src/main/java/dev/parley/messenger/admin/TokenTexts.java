package dev.parley.messenger.admin;

import dev.parley.admin.kit.Redacted;
import dev.parley.messenger.admin.view.Attribution;
import dev.parley.messenger.graph.TokenVerdict;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;

/// Describes what is wrong with a token, and how to fix it.
final class TokenTexts {
    private final Texts t;

    TokenTexts(Texts t) {
        this.t = t;
    }

    /// {@return the problem at the field; none if the token is valid}
    Problems problems(String field, TokenVerdict verdict) {
        var words = words(verdict);
        if (words.isEmpty()) {
            return Problems.NONE;
        }
        var detail = detail(verdict);
        return detail.isBlank()
                ? Problems.with(field, words)
                : Problems.with(field, words).merge(Problems.with(field + "Detail", detail));
    }

    /// {@return the problem at the field of a user token whose pages were searched}
    Problems ofSearch(String field, TokenVerdict verdict) {
        return verdict instanceof TokenVerdict.Unknown(var slow, _)
                ? Problems.with(
                                field,
                                t.text(
                                        slow
                                                ? "facebook.check.pagesSlow"
                                                : "facebook.check.pagesUnreachable"))
                        .merge(Problems.with(field + "Detail", detail(verdict)))
                : problems(field, verdict);
    }

    private String words(TokenVerdict verdict) {
        return switch (verdict) {
            case TokenVerdict.Good _ -> "";
            case TokenVerdict.OtherPage(var id, var name) ->
                    t.text("facebook.check.otherPage", name, id);
            case TokenVerdict.NotAPageToken(var user) ->
                    user ? t.text("facebook.check.ofUser") : t.text("facebook.check.ofApp");
            case TokenVerdict.OtherApp(var app) ->
                    app.isEmpty()
                            ? t.text("facebook.check.otherAppUnnamed")
                            : t.text("facebook.check.otherApp", app);
            case TokenVerdict.Refused(var cause, _) -> refused(cause);
            case TokenVerdict.AppNotAccepted _ -> t.text("facebook.check.app");
            case TokenVerdict.Unknown(var slow, _) ->
                    slow ? t.text("facebook.check.slow") : t.text("facebook.check.unreachable");
        };
    }

    private String refused(String cause) {
        return switch (cause) {
            case "expired" -> t.text("facebook.check.expired");
            case "password" -> t.text("facebook.check.password");
            case "checkpoint" -> t.text("facebook.check.checkpoint");
            case "appRemoved" -> t.text("facebook.check.appRemoved");
            case "lostRole" -> t.text("facebook.check.lostRole");
            case "permission", "capability" -> t.text("facebook.check.permission");
            default -> t.text("facebook.check.invalid");
        };
    }

    private String detail(TokenVerdict verdict) {
        return switch (verdict) {
            case TokenVerdict.Refused(_, var detail) -> text(Attribution.key(detail), detail);
            case TokenVerdict.AppNotAccepted(var detail) -> text(Attribution.key(detail), detail);
            case TokenVerdict.Unknown(_, var detail) -> text("facebook.account.silence", detail);
            case TokenVerdict.Good _,
                    TokenVerdict.OtherPage _,
                    TokenVerdict.NotAPageToken _,
                    TokenVerdict.OtherApp _ ->
                    "";
        };
    }

    private String text(String key, String detail) {
        return detail.isBlank() ? "" : t.text(key, Redacted.text(detail));
    }
}
