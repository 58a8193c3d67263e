package dev.parley.platform;

import java.util.List;

/// A check of something that Parley needs and that may fail while it runs. It runs every few
/// seconds on its own thread, so that a health request never waits for it.
public interface SelfCheck {
    /// {@return one word, for the metric's tag and the name of its health indicator}
    String name();

    /// {@return the problems found; empty if there are none} It may block: a check that does not
    /// return is reported as a problem.
    List<Problem> check();

    /// A problem of this installation that an administrator can fix.
    ///
    /// @param cause its name in the keys of its texts
    /// @param facts the parameters of the texts
    /// @param severe whether Parley does not work until it is fixed
    record Problem(String cause, List<String> facts, boolean severe) {
        public Problem {
            facts = List.copyOf(facts);
        }

        public static Problem severe(String cause, Object... facts) {
            return new Problem(cause, texts(facts), true);
        }

        /// A problem that will soon become severe.
        public static Problem warning(String cause, Object... facts) {
            return new Problem(cause, texts(facts), false);
        }

        private static List<String> texts(Object... facts) {
            return List.of(facts).stream().map(String::valueOf).toList();
        }
    }
}
