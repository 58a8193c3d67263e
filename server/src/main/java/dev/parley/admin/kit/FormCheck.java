package dev.parley.admin.kit;

import dev.parley.platform.language.Texts;
import dev.parley.platform.web.Problems;
import java.util.regex.Pattern;

/// Validates form input, with messages that say how to fix it.
public final class FormCheck {
    public static final int NAME = 100;
    public static final int TOKEN = 500;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,100}");

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

    private final Texts t;

    public FormCheck(Texts t) {
        this.t = t;
    }

    /// {@return the problem if the field is empty or longer than this}
    ///
    /// @param what the key of the field's label; its key with `.fill` is the request to enter it
    public Problems filled(String field, String what, String typed, int longest) {
        if (typed.isBlank()) {
            return Problems.with(field, t.text(what + ".fill"));
        }
        if (typed.length() > longest) {
            return Problems.with(field, t.text("admin.tooLong", t.text(what), longest));
        }
        return Problems.NONE;
    }

    /// As [#filled], and without characters that only a copying error adds.
    public Problems copied(String field, String what, String typed, int longest) {
        var filled = filled(field, what, typed, longest);
        if (filled.isEmpty() && typed.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Problems.with(field, t.text("admin.copiedBadly", t.text(what)));
        }
        return filled;
    }

    /// As [#filled], and a whole number in this range.
    public Problems number(String field, String what, String typed, int least, int most) {
        var filled = filled(field, what, typed, NAME);
        if (!filled.isEmpty()) {
            return filled;
        }
        var isNumber = WHOLE.matcher(typed).matches();
        var number = isNumber ? Integer.parseInt(typed) : least - 1;
        return number >= least && number <= most
                ? Problems.NONE
                : Problems.with(field, t.text("admin.wholeNumber", t.text(what), least, most));
    }

    public Problems digits(String field, String what, String typed) {
        var filled = filled(field, what, typed, NAME);
        if (filled.isEmpty() && !DIGITS.matcher(typed).matches()) {
            return Problems.with(field, t.text("admin.onlyDigits", t.text(what)));
        }
        return filled;
    }
}
