package dev.parley.desk.view;

import dev.parley.platform.Sha256;
import java.util.Arrays;
import java.util.Base64;

/// Recognizes whether a page already shows a part of the desk: two views have the same version only
/// if they show the same. It is computed from `toString`, which must contain everything that a view
/// shows: views are records, and do not override it.
public final class Version {
    /// The length of each version.
    public static final int LENGTH = 8;

    private static final int BYTES = 6;

    private Version() {}

    /// {@return the version of this view}
    ///
    /// @param view a record, or a list of records
    public static String of(Object view) {
        var whole = Sha256.of(view.toString());
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(whole, BYTES));
    }
}
