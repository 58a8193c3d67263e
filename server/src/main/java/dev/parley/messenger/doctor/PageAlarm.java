package dev.parley.messenger.doctor;

/// Tells somebody outside of Parley that a page needs them. Each way of telling brings its own;
/// called once for each alert, in the transaction in which it counts as told.
public interface PageAlarm {
    void raise(PageAlert alert);
}
