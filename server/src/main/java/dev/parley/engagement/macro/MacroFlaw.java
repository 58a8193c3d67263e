package dev.parley.engagement.macro;

import java.util.List;

/// Why a macro cannot be saved.
public sealed interface MacroFlaw {
    record NoTitle() implements MacroFlaw {}

    record TitleTooLong() implements MacroFlaw {}

    /// Another macro of the library has this title.
    record TitleTaken() implements MacroFlaw {}

    record NoStep() implements MacroFlaw {}

    record TooManySteps() implements MacroFlaw {}

    /// It is restricted to workstreams, of which none exists.
    record NoWorkstream() implements MacroFlaw {}

    /// The library is full.
    record LibraryFull(int most) implements MacroFlaw {}

    /// One step is not valid.
    ///
    /// @param place of the step, from 0
    record OfStep(int place, StepFlaw flaw) implements MacroFlaw {}

    /// What is wrong with a step.
    sealed interface StepFlaw {
        record NoText() implements StepFlaw {}

        record TextTooLong(int longest) implements StepFlaw {}

        /// The text contains unknown slugs.
        ///
        /// @param names as typed, without their braces
        record UnknownSlugs(List<String> names) implements StepFlaw {
            public UnknownSlugs {
                names = List.copyOf(names);
            }
        }

        /// An earlier step replies already.
        record SecondReply() implements StepFlaw {}

        /// The conversation leaves the agent with it, and steps follow.
        record NotLast() implements StepFlaw {}

        /// No tag is chosen, or it was deleted.
        record NoTag() implements StepFlaw {}

        /// No queue is chosen, or it was deleted.
        record NoQueue() implements StepFlaw {}

        /// No agent is chosen, or they are none any more.
        record NoAgent() implements StepFlaw {}

        /// The disposition code can no longer be chosen.
        record CodeGone() implements StepFlaw {}
    }
}
