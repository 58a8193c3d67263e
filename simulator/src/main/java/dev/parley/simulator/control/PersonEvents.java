package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.PersonEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Creates Meta's events for actions of a person other than messages.
final class PersonEvents {
    /// How long the page can send with the consent before it must ask again.
    private static final Duration CONSENT = Duration.ofDays(270);

    private static final Set<String> SCORES = Set.of("csat", "nps", "ces", "free_form");

    private PersonEvents() {}

    /// Consent to marketing messages, or a plugin on a website when there is a `ref`.
    static PersonEvent optIn(ControlRequests.OptIn request, Instant now) {
        return request.ref() == null ? consent(request, now) : plugin(request.ref());
    }

    private static PersonEvent consent(ControlRequests.OptIn request, Instant now) {
        var stop = Boolean.TRUE.equals(request.stop());
        var title = requireNonNullElse(request.title(), "Updates");
        var words = new LinkedHashMap<String, Object>();
        words.put("type", "notification_messages");
        words.put("payload", requireNonNullElse(request.payload(), "UPDATES"));
        words.put("title", title);
        words.put("notification_messages_token", Ids.digits());
        words.put(
                "notification_messages_frequency",
                requireNonNullElse(request.frequency(), "DAILY"));
        words.put("notification_messages_timezone", "UTC");
        words.put("token_expiry_timestamp", now.plus(CONSENT).toEpochMilli());
        words.put("user_token_status", "NOT_REFRESHED");
        words.put(
                "notification_messages_status",
                stop ? "STOP_NOTIFICATIONS" : "RESUME_NOTIFICATIONS");
        return optIn(words, stop ? "optout" : "optin", title);
    }

    private static PersonEvent plugin(String ref) {
        return optIn(Map.of("ref", ref, "user_ref", Ids.digits()), "optin", ref);
    }

    private static PersonEvent optIn(Map<String, Object> words, String note, String about) {
        return new PersonEvent("messaging_optins", "optin", words, note, about);
    }

    static PersonEvent link(ControlRequests.Link request) {
        var linked = !Boolean.FALSE.equals(request.linked());
        var words = new LinkedHashMap<String, Object>();
        words.put("status", linked ? "linked" : "unlinked");
        if (linked) {
            words.put("authorization_code", requireNonNullElse(request.code(), Ids.digits()));
        }
        return new PersonEvent(
                "messaging_account_linking",
                "account_linking",
                words,
                linked ? "linked" : "unlinked",
                "");
    }

    static PersonEvent feedback(ControlRequests.Feedback request) {
        var questions = new LinkedHashMap<String, Object>();
        requireNonNullElse(request.answers(), Map.<String, ControlRequests.@Nullable Rating>of())
                .forEach((id, rating) -> questions.put(id, rating(id, rating)));
        if (questions.isEmpty()) {
            throw ControlLookup.bad("`answers` is missing");
        }
        var screens = List.of(Map.of("screen_id", 0, "questions", questions));
        var words = Map.<String, Object>of("feedback_screens", screens);
        return new PersonEvent("messaging_feedback", "messaging_feedback", words, "feedback", "");
    }

    private static Map<String, Object> rating(String id, ControlRequests.@Nullable Rating rating) {
        if (rating == null) {
            throw ControlLookup.bad("`answers` has no rating for " + id);
        }
        var type = requireNonNullElse(rating.type(), "csat");
        if (!SCORES.contains(type)) {
            throw ControlLookup.bad("`type` must be one of " + SCORES);
        }
        var words = new LinkedHashMap<String, Object>();
        words.put("type", type);
        words.put("payload", ControlLookup.required("payload", rating.payload()));
        if (rating.followUp() != null && !rating.followUp().isBlank()) {
            words.put("follow_up", Map.of("type", "free_form", "payload", rating.followUp()));
        }
        return words;
    }

    static PersonEvent opinion(ControlRequests.Opinion request) {
        var good = !Boolean.FALSE.equals(request.good());
        var words =
                Map.<String, Object>of(
                        "feedback",
                        good ? "Good response" : "Bad response",
                        "mid",
                        ControlLookup.required("mid", request.mid()));
        return new PersonEvent("response_feedback", "response_feedback", words, null, "");
    }
}
