package dev.parley.identity.signin;

/// The form to choose a new password.
///
/// @param forced whether the old one was a one-time password
/// @param currentProblem a message; empty for none
/// @param chosenProblem a message; empty for none
/// @param repeatedProblem a message; empty for none
public record PasswordView(
        boolean forced, String currentProblem, String chosenProblem, String repeatedProblem) {
    boolean fine() {
        return currentProblem.isEmpty() && chosenProblem.isEmpty() && repeatedProblem.isEmpty();
    }
}
