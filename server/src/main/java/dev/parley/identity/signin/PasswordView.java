package dev.parley.identity.signin;

/// Choosing a new password.
///
/// @param forced because the old one was good for once only
/// @param currentProblem in words; empty for none
/// @param chosenProblem in words; empty for none
/// @param repeatedProblem in words; empty for none
public record PasswordView(
        boolean forced, String currentProblem, String chosenProblem, String repeatedProblem) {
    boolean fine() {
        return currentProblem.isEmpty() && chosenProblem.isEmpty() && repeatedProblem.isEmpty();
    }
}
