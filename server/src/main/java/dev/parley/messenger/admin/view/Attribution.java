package dev.parley.messenger.admin.view;

import java.util.regex.Pattern;

/// Says whose words the detail of a problem is in. Facebook's begin with the numbers of its error;
/// all else is Parley's, or the network's.
public final class Attribution {
    private static final Pattern FACEBOOKS = Pattern.compile("-?\\d+/-?\\d+ .*", Pattern.DOTALL);

    private Attribution() {}

    /// {@return the name of the text that the detail stands in}
    public static String key(String detail) {
        return FACEBOOKS.matcher(detail).matches()
                ? "doctor.page.detail"
                : "doctor.page.detail.own";
    }
}
