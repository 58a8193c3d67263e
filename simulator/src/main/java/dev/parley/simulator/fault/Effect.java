package dev.parley.simulator.fault;

/// A fault of a Graph call, of a webhook, or of the state of an app.
public sealed interface Effect permits SendFault, WebhookFault, Condition {}
