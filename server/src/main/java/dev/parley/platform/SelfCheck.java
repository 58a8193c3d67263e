package dev.parley.platform;

import java.util.List;

/// Something that Parley needs and that may break while it runs. It is looked at every few seconds
/// on a thread of its own, so whoever asks for health never waits for it.
public interface SelfCheck {
    /// {@return one word, for figures and for the name of its health}
    String name();

    /// {@return what is wrong; empty when nothing is} It may take its time: a look that does not
    /// come back is a problem by itself.
    List<Problem> look();

    /// Something that is wrong with this installation and that an administrator can do something
    /// about.
    ///
    /// @param cause how it stands in the keys of its texts
    /// @param facts what the texts name
    /// @param severe whether Parley does not work as long as it lasts
    record Problem(String cause, List<String> facts, boolean severe) {
        public Problem {
            facts = List.copyOf(facts);
        }

        public static Problem severe(String cause, Object... facts) {
            return new Problem(cause, texts(facts), true);
        }

        /// It will not work for much longer.
        public static Problem warning(String cause, Object... facts) {
            return new Problem(cause, texts(facts), false);
        }

        private static List<String> texts(Object... facts) {
            return List.of(facts).stream().map(String::valueOf).toList();
        }
    }
}
