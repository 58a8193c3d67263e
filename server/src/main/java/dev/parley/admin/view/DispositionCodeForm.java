package dev.parley.admin.view;

import dev.parley.platform.web.FormInput;
import dev.parley.workstream.DispositionCode;
import dev.parley.workstream.DispositionCodeDraft;

/// The form of a disposition code, as typed.
///
/// @param revision of the code when the form was opened; 0 for a new one
public record DispositionCodeForm(
        String english, String chinese, String position, boolean active, int revision) {
    /// {@return the form for a new code, at this place}
    public static DispositionCodeForm empty(int position) {
        return new DispositionCodeForm("", "", Integer.toString(position), true, 0);
    }

    /// {@return the initial form}
    public static DispositionCodeForm of(DispositionCode code) {
        var content = code.content();
        return new DispositionCodeForm(
                content.english(),
                content.chinese(),
                Integer.toString(content.position()),
                content.active(),
                code.revision());
    }

    public static DispositionCodeForm typed(FormInput typed) {
        return new DispositionCodeForm(
                typed.text("english"),
                typed.text("chinese"),
                typed.text("position"),
                typed.flag("active"),
                typed.number("revision"));
    }

    /// {@return the same form, to overwrite a concurrent change}
    public DispositionCodeForm over(int otherRevision) {
        return new DispositionCodeForm(english, chinese, position, active, otherRevision);
    }

    /// {@return the values to save, if the form is valid}
    public DispositionCodeDraft draft() {
        return new DispositionCodeDraft(english, chinese, Integer.parseInt(position), active);
    }
}
