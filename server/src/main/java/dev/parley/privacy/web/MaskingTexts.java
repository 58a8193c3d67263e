package dev.parley.privacy.web;

import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.MaskedKind;
import dev.parley.privacy.MaskingDraft;
import dev.parley.privacy.MaskingFlaw;
import dev.parley.privacy.MaskingRule;
import dev.parley.privacy.MaskingRules;
import java.util.List;

/// Describes masking rules, and why one cannot be saved.
final class MaskingTexts {
    private MaskingTexts() {}

    static String name(Texts t, MaskingRule rule) {
        return rule.kind().isBuiltIn()
                ? t.text("masking.kind." + Keys.word(rule.kind().name()))
                : rule.content().name();
    }

    /// {@return what a built-in rule looks for}
    static String about(Texts t, MaskedKind kind) {
        return t.text("masking.kind.%s.about".formatted(Keys.word(kind.name())));
    }

    static String texts(Texts t, MaskingDraft rule) {
        if (rule.customer() && rule.agent()) {
            return t.text("masking.texts.all");
        }
        return t.text(rule.customer() ? "masking.texts.customer" : "masking.texts.agent");
    }

    /// {@return the problems of the form, each at its field}
    static Problems problems(Texts t, List<MaskingFlaw> flaws) {
        return flaws.stream()
                .map(flaw -> Problems.with(field(flaw), text(t, flaw)))
                .reduce(Problems.NONE, Problems::merge);
    }

    private static String field(MaskingFlaw flaw) {
        return switch (flaw) {
            case MaskingFlaw.NoName _, MaskingFlaw.NameTooLong _, MaskingFlaw.NameTaken _ -> "name";
            case MaskingFlaw.NoExpression _,
                    MaskingFlaw.ExpressionTooLong _,
                    MaskingFlaw.ExpressionInvalid _,
                    MaskingFlaw.ExpressionTooLarge _ ->
                    "expression";
            case MaskingFlaw.NoDirection _ -> "texts";
            case MaskingFlaw.TooManyRules _ -> "";
        };
    }

    private static String text(Texts t, MaskingFlaw flaw) {
        return switch (flaw) {
            case MaskingFlaw.NoName() -> t.text("masking.name.fill");
            case MaskingFlaw.NameTooLong() ->
                    t.text("admin.tooLong", t.text("masking.name"), MaskingDraft.LONGEST_NAME);
            case MaskingFlaw.NameTaken() -> t.text("masking.name.taken");
            case MaskingFlaw.NoExpression() -> t.text("masking.expression.fill");
            case MaskingFlaw.ExpressionTooLong() ->
                    t.text(
                            "admin.tooLong",
                            t.text("masking.expression"),
                            MaskingDraft.LONGEST_EXPRESSION);
            case MaskingFlaw.ExpressionInvalid(var cause) ->
                    t.text("masking.expression.invalid", cause);
            case MaskingFlaw.ExpressionTooLarge() -> t.text("masking.expression.tooLarge");
            case MaskingFlaw.NoDirection() -> t.text("masking.texts.fill");
            case MaskingFlaw.TooManyRules() -> t.text("masking.full", MaskingRules.MOST);
        };
    }
}
