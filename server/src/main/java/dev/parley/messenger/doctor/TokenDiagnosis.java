package dev.parley.messenger.doctor;

import static dev.parley.messenger.doctor.CheckVerdict.GOOD;
import static dev.parley.messenger.doctor.CheckVerdict.LIMITED;
import static dev.parley.messenger.doctor.CheckVerdict.WRONG;

import dev.parley.messenger.graph.PageMeasurement.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Determines what is wrong with a token: it has to be valid, a page token, of this page, issued
/// for this app, with permissions, and to remain so for some time.
final class TokenDiagnosis {
    /// How many days before a token expires administrators are alerted.
    static final List<Integer> ALERT_DAYS = List.of(14, 7, 3, 1);

    private static final List<String> NEEDED = List.of("pages_messaging", "pages_manage_metadata");
    private static final String FOR_HISTORY = "pages_read_engagement";

    private TokenDiagnosis() {}

    /// Whether the token is valid, and as required.
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

    /// How long a valid token remains valid.
    static Finding lifetime(Token token, Instant now) {
        var ends = token.expiresAt();
        var dataEnds = token.dataAccessEndsAt();
        if (dataEnds != null && !dataEnds.isAfter(now)) {
            return Finding.of(Topic.LIFETIME, WRONG, "dataEnded", dataEnds);
        }
        if (ends != null && (dataEnds == null || !dataEnds.isBefore(ends))) {
            return ending("tokenEnds", "tokenEndsSoon", ends, now);
        }
        return dataEnds == null
                ? Finding.of(Topic.LIFETIME, GOOD, "neverEnds")
                : ending("dataEnds", "dataEndsSoon", dataEnds, now);
    }

    private static Finding ending(String cause, String soon, Instant ends, Instant now) {
        return Duration.between(now, ends).compareTo(Duration.ofDays(ALERT_DAYS.getFirst())) > 0
                ? Finding.of(Topic.LIFETIME, GOOD, cause, ends)
                : Finding.of(Topic.LIFETIME, LIMITED, soon, ends);
    }

    /// Whether a valid token has the permissions that it needs.
    static Finding permissions(Token token, String pageId) {
        var missing = NEEDED.stream().filter(scope -> !isGranted(token, scope, pageId)).toList();
        if (!missing.isEmpty()) {
            return Finding.of(
                    Topic.PERMISSIONS, WRONG, "scopesMissing", String.join(", ", missing));
        }
        return isGranted(token, FOR_HISTORY, pageId)
                ? Finding.of(Topic.PERMISSIONS, GOOD, "scopesGood")
                : Finding.of(Topic.PERMISSIONS, LIMITED, "scopesHistory", FOR_HISTORY);
    }

    /// A permission may be granted for some pages only.
    private static boolean isGranted(Token token, String scope, String pageId) {
        return token.scopes().contains(scope)
                && (!scope.equals(NEEDED.getFirst())
                        || token.messagingPages().isEmpty()
                        || token.messagingPages().contains(pageId));
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
