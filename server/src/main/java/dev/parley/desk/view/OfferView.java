package dev.parley.desk.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that this agent can accept or decline.
///
/// @param why the deciding reason, as text
/// @param seconds the whole duration of the offer, for the countdown ring
public record OfferView(
        UUID id,
        UUID conversationId,
        String customerName,
        @Nullable String pictureUrl,
        String endpointName,
        String queueName,
        String preview,
        Instant waitingSince,
        String why,
        Instant expiresAt,
        int seconds,
        boolean mayDecline) {}
