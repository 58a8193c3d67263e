package dev.parley.messenger.admin.view;

import java.util.regex.Pattern;

/// Determines who wrote the detail of a problem. Facebook's messages begin with its error numbers;
/// all others are Parley's or the network's.
public final class Attribution {
    private static final Pattern FACEBOOKS = Pattern.compile("-?\\d+/-?\\d+ .*", Pattern.DOTALL);

    private Attribution() {}

    /// {@return the key of the text that contains the detail}
    public static String key(String detail) {
        return FACEBOOKS.matcher(detail).matches()
                ? "doctor.page.detail"
                : "doctor.page.detail.own";
    }
}
