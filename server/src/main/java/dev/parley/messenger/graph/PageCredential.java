package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The credentials of one page for the Graph API. Never shown.
///
/// @param stopped whether an administrator has stopped the page
record PageCredential(String token, String appSecret, boolean stopped) {
    PageCredential(String token, String appSecret) {
        this(token, appSecret, false);
    }

    String bearer() {
        return "Bearer " + token;
    }

    /// {@return the proof that the caller has the app's secret as well as the token (Graph API,
    /// appsecret_proof)}
    String proof() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java runtime has no HmacSHA256", impossible);
        }
    }

    /// {@return the text with neither key in it}
    String mask(String text) {
        return text.replace(token, "…").replace(appSecret, "…");
    }

    @Override
    public String toString() {
        return "PageCredential[…]";
    }
}
