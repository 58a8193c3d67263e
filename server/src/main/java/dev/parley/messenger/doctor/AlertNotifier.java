package dev.parley.messenger.doctor;

/// Notifies someone outside of Parley that a page needs attention. Each notification channel has
/// its own implementation; called once for each alert, in the transaction that marks it as sent.
public interface AlertNotifier {
    void send(PageAlert alert);
}
