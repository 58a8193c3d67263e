package dev.parley.admin.view;

import dev.parley.admin.view.DeadLettersView.Line;
import dev.parley.platform.web.Problems;

/// The page of one dead letter.
///
/// @param next a text about what can be done
/// @param account through which it arrived; empty if unknown
/// @param body formatted and redacted; empty if the customer unsent it
/// @param cut whether the body is truncated
public record DeadLetterView(
        Line line, String next, String account, String body, boolean cut, Problems problems) {}
