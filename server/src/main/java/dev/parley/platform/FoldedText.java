package dev.parley.platform;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// Makes texts comparable in a search: without differences of case and of width, such as between
/// `Ａ` and `a`.
public final class FoldedText {
    private FoldedText() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
