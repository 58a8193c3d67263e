package dev.parley.messenger.admin;

import dev.parley.admin.kit.Redacted;
import dev.parley.messenger.account.AccountDraft.Proof;
import dev.parley.messenger.graph.AppVerdict;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;

/// Describes what is wrong with an application ID and its secret, and how to fix it.
final class AppTexts {
    private final Texts t;

    AppTexts(Texts t) {
        this.t = t;
    }

    /// {@return what a verdict proves; the previous proof if Meta gave no usable answer}
    static Proof proof(AppVerdict verdict, Proof before) {
        return switch (verdict) {
            case AppVerdict.Good _ -> Proof.PASSED;
            case AppVerdict.NoSuchApp _ -> Proof.NO_SUCH_APP;
            case AppVerdict.OtherSecret _ -> Proof.OTHER_SECRET;
            case AppVerdict.Unknown _ -> before;
        };
    }

    /// {@return the problem at the field that is wrong; none if no field is known to be wrong}
    Problems problems(Proof proof) {
        return problems(proof, field(proof));
    }

    /// The same for a form with only one field.
    Problems problems(Proof proof, String field) {
        return switch (proof) {
            case NO_SUCH_APP -> Problems.with(field, t.text("facebook.check.noSuchApp"));
            case OTHER_SECRET -> Problems.with(field, t.text("facebook.check.otherSecret"));
            case UNTRIED, PASSED -> Problems.NONE;
        };
    }

    /// {@return the problem that Meta could not be asked; its previous verdict still applies}
    Problems unreachable(AppVerdict.Unknown verdict, Proof before) {
        if (before.isWrong()) {
            return Problems.with(field(before), t.text("facebook.check.stillWrong"));
        }
        var words = verdict.slow() ? "facebook.check.appSlow" : "facebook.check.appUnreachable";
        return Problems.with("app", t.text(words))
                .merge(Problems.with("appDetail", Redacted.text(verdict.detail())));
    }

    private static String field(Proof proof) {
        return proof == Proof.NO_SUCH_APP ? "applicationId" : "applicationSecret";
    }
}
