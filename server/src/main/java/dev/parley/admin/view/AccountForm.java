package dev.parley.admin.view;

/// What is typed about a new account, as typed; not the secret, which must be typed again.
public record AccountForm(String name, String applicationId) {
    public static final AccountForm EMPTY = new AccountForm("", "");
}
