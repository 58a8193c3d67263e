package dev.parley.messenger.doctor;

import static dev.parley.messenger.doctor.CheckVerdict.GOOD;
import static dev.parley.messenger.doctor.CheckVerdict.WRONG;

import dev.parley.messenger.graph.PageMeasurement.Token;
import java.util.Objects;

/// Checks whether a token is valid, and as required: a page token, of this page, issued for this
/// app.
final class TokenDiagnosis {
    private TokenDiagnosis() {}

    static Finding finding(Token token, KnownFacts known) {
        if (!token.appId().isEmpty() && !token.appId().equals(known.applicationId())) {
            var app = token.application().isEmpty() ? token.appId() : token.application();
            return wrong("tokenOtherApp", app).withDetail(token.detail());
        }
        if (token.appId().isEmpty() && !token.valid()) {
            return wrong("tokenInvalid").withDetail(token.detail());
        }
        if (token.type().equals("USER") || token.type().equals("APP")) {
            return wrong(token.type().equals("USER") ? "tokenOfUser" : "tokenOfApp");
        }
        if (!token.profileId().isEmpty() && !token.profileId().equals(known.pageId())) {
            return wrong("tokenOtherPage", token.profileId());
        }
        return token.valid()
                ? Finding.of(Topic.TOKEN, GOOD, "tokenGood")
                : wrong(cause(Objects.requireNonNullElse(token.cause(), "")))
                        .withDetail(token.detail());
    }

    /// Translates the causes of `graph-errors.tsv`.
    private static String cause(String cause) {
        return switch (cause) {
            case "expired" -> "tokenExpired";
            case "password" -> "tokenPassword";
            case "checkpoint" -> "tokenCheckpoint";
            case "appRemoved" -> "tokenRevoked";
            case "lostRole" -> "tokenLostRole";
            default -> "tokenInvalid";
        };
    }

    private static Finding wrong(String cause, Object... facts) {
        return Finding.of(Topic.TOKEN, WRONG, cause, facts);
    }
}
