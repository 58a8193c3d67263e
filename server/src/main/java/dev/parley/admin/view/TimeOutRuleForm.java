package dev.parley.admin.view;

import dev.parley.platform.language.DurationUnit;
import dev.parley.platform.web.FormInput;
import dev.parley.timeout.SilentParty;
import dev.parley.timeout.TimeOutAction;
import dev.parley.timeout.TimeOutRule;
import dev.parley.timeout.TimeOutRuleDraft;

/// The form of a time-out rule, as typed.
///
/// @param after the number of units until it runs
/// @param english the message to the customer
/// @param revision of the rule when the form was opened; 0 for a new one
public record TimeOutRuleForm(
        SilentParty silent,
        String after,
        DurationUnit unit,
        TimeOutAction action,
        String english,
        String chinese,
        int revision) {
    /// The form for a new rule.
    public static final TimeOutRuleForm EMPTY =
            new TimeOutRuleForm(
                    SilentParty.CUSTOMER,
                    "",
                    DurationUnit.MINUTES,
                    TimeOutAction.WRITE_TO_CUSTOMER,
                    "",
                    "",
                    0);

    /// {@return the initial form}
    public static TimeOutRuleForm of(TimeOutRule rule) {
        var content = rule.content();
        var unit = DurationUnit.of(content.after());
        return new TimeOutRuleForm(
                content.silent(),
                Long.toString(unit.count(content.after())),
                unit,
                content.action(),
                content.english(),
                content.chinese(),
                rule.revision());
    }

    public static TimeOutRuleForm typed(FormInput typed) {
        return new TimeOutRuleForm(
                typed.one("silent", SilentParty.class).orElse(SilentParty.CUSTOMER),
                typed.text("after"),
                typed.one("unit", DurationUnit.class).orElse(DurationUnit.MINUTES),
                typed.one("action", TimeOutAction.class).orElse(TimeOutAction.WRITE_TO_CUSTOMER),
                typed.text("english").replace("\r\n", "\n"),
                typed.text("chinese").replace("\r\n", "\n"),
                typed.number("revision"));
    }

    /// {@return the same form, to overwrite a concurrent change}
    public TimeOutRuleForm over(int otherRevision) {
        return new TimeOutRuleForm(silent, after, unit, action, english, chinese, otherRevision);
    }

    /// {@return the values to save, if the form is valid}
    public TimeOutRuleDraft draft() {
        return new TimeOutRuleDraft(
                silent, unit.times(Long.parseLong(after)), action, english, chinese);
    }
}
