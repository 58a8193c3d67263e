package dev.parley.simulator.fault;

/// What goes wrong: with a call of a desk, with a webhook, or with how an app stands.
public sealed interface Effect permits SendFault, WebhookFault, Condition {}
