package dev.parley.desk.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that waits for this agent's yes or no.
///
/// @param why the one reason that decided, in words
/// @param seconds how long it is offered in all, for the ring
public record OfferView(
        UUID id,
        UUID conversationId,
        String customerName,
        @Nullable String pictureUrl,
        String endpointName,
        String queueName,
        String firstWords,
        Instant waitingSince,
        String why,
        Instant expiresAt,
        int seconds,
        boolean mayDecline) {}
