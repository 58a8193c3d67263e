package dev.parley.admin.view;

import dev.parley.admin.kit.Problems;
import dev.parley.admin.view.DeadLettersView.Line;

/// One dead letter, opened.
///
/// @param next what can be done about it, in words
/// @param account through which it came; empty where that is not known
/// @param body fit to be looked at; empty when the customer took it back
/// @param cut whether the body goes on
public record DeadLetterView(
        Line line, String next, String account, String body, boolean cut, Problems problems) {}
