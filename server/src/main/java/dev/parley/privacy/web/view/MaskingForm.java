package dev.parley.privacy.web.view;

import dev.parley.platform.web.FormInput;
import dev.parley.privacy.MaskingDraft;
import dev.parley.privacy.MaskingRule;

/// The form of a masking rule, as typed.
///
/// @param sample a text to try the expression out
/// @param revision of the rule when the form was opened; 0 for a new one
public record MaskingForm(MaskingDraft draft, String sample, int revision) {
    public static final MaskingForm EMPTY =
            new MaskingForm(new MaskingDraft("", "", true, true, true), "", 0);

    /// {@return the initial form of this rule}
    public static MaskingForm of(MaskingRule rule) {
        return new MaskingForm(rule.content(), "", rule.revision());
    }

    public static MaskingForm typed(FormInput typed) {
        var texts = typed.all("texts");
        return new MaskingForm(
                new MaskingDraft(
                        typed.text("name"),
                        typed.text("expression"),
                        texts.contains("CUSTOMER"),
                        texts.contains("AGENT"),
                        typed.flag("active")),
                typed.verbatim("sample"),
                typed.number("revision"));
    }

    /// {@return the same form, to overwrite a concurrent change}
    public MaskingForm over(int otherRevision) {
        return new MaskingForm(draft, sample, otherRevision);
    }
}
