package dev.parley.privacy;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Checks the settings of a masking rule.
final class MaskingFlaws {
    private MaskingFlaws() {}

    /// @param nameTaken whether another rule has this name
    static List<MaskingFlaw> of(MaskedKind kind, MaskingDraft draft, BooleanSupplier nameTaken) {
        var flaws = new ArrayList<MaskingFlaw>();
        if (!kind.isBuiltIn()) {
            flaws.addAll(ofName(draft.name(), nameTaken));
            flaws.addAll(ofExpression(draft.expression()));
        }
        if (!draft.customer() && !draft.agent()) {
            flaws.add(new MaskingFlaw.NoDirection());
        }
        return flaws;
    }

    private static List<MaskingFlaw> ofName(String name, BooleanSupplier taken) {
        if (name.isBlank()) {
            return List.of(new MaskingFlaw.NoName());
        }
        if (name.length() > MaskingDraft.LONGEST_NAME) {
            return List.of(new MaskingFlaw.NameTooLong());
        }
        return taken.getAsBoolean() ? List.of(new MaskingFlaw.NameTaken()) : List.of();
    }

    static List<MaskingFlaw> ofExpression(String expression) {
        if (expression.isBlank()) {
            return List.of(new MaskingFlaw.NoExpression());
        }
        if (expression.length() > MaskingDraft.LONGEST_EXPRESSION) {
            return List.of(new MaskingFlaw.ExpressionTooLong());
        }
        if (ExpressionSize.of(expression) > ExpressionSize.LARGEST) {
            return List.of(new MaskingFlaw.ExpressionTooLarge());
        }
        try {
            ExpressionMask.of(expression);
            return List.of();
        } catch (PatternSyntaxException flaw) {
            return List.of(new MaskingFlaw.ExpressionInvalid(flaw.getDescription()));
        }
    }
}
