package dev.parley.search;

/// A search took too long, or too many were in progress.
public class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SearchUnavailable(String message) {
        super(message);
    }
}
