package dev.parley.simulator.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bodies of requests to the control API.
final class ControlRequests {
    private ControlRequests() {}

    record Named(@Nullable String name) {}

    record Presence(@Nullable String person, boolean online) {}

    record Block(@Nullable String person, @Nullable String page, boolean blocked) {}

    record Write(
            @Nullable String person,
            @Nullable String page,
            @Nullable String text,
            @Nullable List<@Nullable AttachmentRequest> attachments,
            @Nullable String replyTo,
            @Nullable Button quickReply,
            @Nullable String sticker,
            @Nullable Location location,
            @Nullable ReferralRequest referral) {}

    record AttachmentRequest(
            @Nullable String type,
            @Nullable String url,
            @Nullable String name,
            @Nullable Map<String, Object> payload) {}

    record Button(@Nullable String title, @Nullable String payload) {}

    /// `long` is a Java keyword, so the component has another name.
    record Location(double lat, @JsonProperty("long") double longitude) {}

    record Press(
            @Nullable String person,
            @Nullable String page,
            @Nullable String title,
            @Nullable String payload,
            @Nullable ReferralRequest referral) {}

    record ReferralRequest(
            @Nullable String ref,
            @Nullable String source,
            @Nullable String type,
            @Nullable Ad ad,
            @Nullable String product) {}

    record Ad(@Nullable String id, @Nullable String title, @Nullable String photo) {}

    record Arrive(
            @Nullable String person,
            @Nullable String page,
            @Nullable String ref,
            @Nullable String source,
            @Nullable String type,
            @Nullable Ad ad,
            @Nullable String product) {}

    record OptIn(
            @Nullable String person,
            @Nullable String page,
            @Nullable String title,
            @Nullable String payload,
            @Nullable String frequency,
            @Nullable Boolean stop,
            @Nullable String ref) {}

    record Link(
            @Nullable String person,
            @Nullable String page,
            @Nullable Boolean linked,
            @Nullable String code) {}

    record Feedback(
            @Nullable String person,
            @Nullable String page,
            @Nullable Map<String, @Nullable Rating> answers) {}

    record Rating(@Nullable String type, @Nullable String payload, @Nullable String followUp) {}

    record Opinion(
            @Nullable String person,
            @Nullable String page,
            @Nullable String mid,
            @Nullable Boolean good) {}

    record React(@Nullable String mid, @Nullable String reaction) {}

    record Edit(@Nullable String mid, @Nullable String text) {}

    record Unsend(@Nullable String mid) {}

    record Read(@Nullable String person, @Nullable String page) {}

    record Release(@Nullable String order, @Nullable Integer times, @Nullable Long seed) {}

    record SetClock(@Nullable String advance, @Nullable String at, @Nullable Boolean live) {}
}
