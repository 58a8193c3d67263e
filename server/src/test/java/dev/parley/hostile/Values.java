package dev.parley.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Values for parameters, already percent-encoded where they are encoded at all.
final class Values {
    private static final List<String> ODD =
            List.of(
                    "",
                    "%20",
                    "%00",
                    "a%00b",
                    "%",
                    "%zz",
                    "%e4",
                    "%FF",
                    "%C0%80",
                    "%ED%A0%80",
                    "%F8%88%80%80%80",
                    "%u0041",
                    "%0d%0aSet-Cookie:%20a=b",
                    "%E2%80%AE",
                    "%F0%9F%92%A5",
                    "\u00e4\u00ff",
                    "99999999999999999999",
                    "-1",
                    "0",
                    "2147483648",
                    "1e400",
                    "NaN",
                    "0x10",
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "a[b]",
                    "a|b",
                    "..%2f..%2fetc%2fpasswd",
                    "..",
                    "%2e%2e",
                    ";a=b",
                    "%3Cscript%3E",
                    "'%20or%201=1--",
                    "%24%7B7*7%7D",
                    "\\",
                    "2026-02-30",
                    "9999999-12-31",
                    "%2B999999999-12-31",
                    "-999999999-01-01",
                    "PT999999999999999999H",
                    "00000000-0000-0000-0000-000000000000",
                    "1-1-1-1-1",
                    "not-a-uuid",
                    "9223372036854775807_00000000-0000-0000-0000-000000000000",
                    "OTIyMzM3MjAzNjg1NDc3NTgwNy8wMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDA",
                    "MS8y",
                    "x".repeat(300),
                    "%E6%BC%A2".repeat(700),
                    "9".repeat(2000));

    private final Random random;
    private final List<String> known;

    /// @param known ids of existing objects
    Values(Random random, List<String> known) {
        this.random = random;
        this.known = List.copyOf(known);
    }

    String odd() {
        return one(ODD);
    }

    /// {@return usually an existing id, so that requests get far}
    String id() {
        return random.nextInt(100) < 75 ? one(known) : odd();
    }

    String value() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> one(known);
            case 2, 3 -> "1";
            case 4 -> "abc";
            default -> odd();
        };
    }

    boolean sometimes(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> some(List<T> choices, int most) {
        var taken = new ArrayList<T>();
        for (var left = random.nextInt(most + 1); left > 0; left--) {
            taken.add(one(choices));
        }
        return taken;
    }
}
