package dev.parley.simulator.graph.send;

import static dev.parley.simulator.graph.FieldLimits.atMost;
import static dev.parley.simulator.graph.FieldLimits.count;
import static dev.parley.simulator.graph.FieldLimits.each;
import static dev.parley.simulator.graph.FieldLimits.first;
import static dev.parley.simulator.graph.FieldLimits.part;
import static dev.parley.simulator.graph.FieldLimits.present;
import static dev.parley.simulator.graph.FieldLimits.text;
import static dev.parley.simulator.graph.FieldLimits.when;

import dev.parley.simulator.graph.FieldLimits;
import dev.parley.simulator.graph.GraphError;
import dev.parley.simulator.graph.GraphErrors;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Meta's rules for each kind of template.
final class Templates {
    static final String FEEDBACK = "customer_feedback";

    private static final String PAYLOAD = "message[attachment][payload]";
    private static final Map<String, FieldLimits.Rule> RULES =
            Map.of(
                    "button",
                    Templates::button,
                    "generic",
                    Templates::generic,
                    "media",
                    Templates::media,
                    "receipt",
                    Templates::receipt,
                    FEEDBACK,
                    Templates::feedback,
                    "image_grid",
                    Templates::imageGrid,
                    "product",
                    Templates::product,
                    "coupon",
                    (coupon, name) -> text(coupon, name, "title", 80),
                    "customer_information",
                    (_, _) -> Optional.empty(),
                    "instant_form",
                    (form, name) -> present(form, name, "form_id"));
    private static final Set<String> NEED_PAYLOAD = Set.of("postback", "phone_number");
    private static final Set<String> NEED_URL = Set.of("web_url", "account_link");
    private static final Set<String> NEED_NOTHING = Set.of("account_unlink", "game_play");

    private Templates() {}

    static Optional<GraphError> objection(Send send) {
        if (!send.attachment().path("type").asString("").equals("template")) {
            return Optional.empty();
        }
        var payload = send.attachment().path("payload");
        var rule = RULES.get(payload.path("template_type").asString(""));
        return rule == null
                ? Optional.of(
                        GraphErrors.notOneOf(
                                part(PAYLOAD, "template_type"),
                                String.join(", ", RULES.keySet().stream().sorted().toList())))
                : rule.objection(payload, PAYLOAD);
    }

    private static Optional<GraphError> button(JsonNode template, String name) {
        return first(text(template, name, "text", 640), buttons(template, name, 1));
    }

    private static Optional<GraphError> generic(JsonNode template, String name) {
        var elements = template.path("elements");
        return first(
                count(elements, part(name, "elements"), 1, 10),
                each(elements, part(name, "elements"), Templates::card));
    }

    private static Optional<GraphError> card(JsonNode card, String name) {
        return first(
                text(card, name, "title", 80),
                atMost(card, name, "subtitle", 80),
                buttons(card, name, 0));
    }

    private static Optional<GraphError> media(JsonNode template, String name) {
        var elements = template.path("elements");
        return first(
                count(elements, part(name, "elements"), 1, 1),
                each(elements, part(name, "elements"), Templates::medium));
    }

    private static Optional<GraphError> medium(JsonNode medium, String name) {
        var type = medium.path("media_type").asString("");
        return first(
                when(
                        !Set.of("image", "video").contains(type),
                        GraphErrors.notOneOf(part(name, "media_type"), "image, video")),
                when(
                        medium.has("url") == medium.has("attachment_id"),
                        GraphErrors.invalid(name, "must have either attachment_id or url")),
                when(
                        medium.has("url") && !isOnFacebook(medium.path("url").asString("")),
                        GraphErrors.NOT_FACEBOOKS),
                buttons(medium, name, 0));
    }

    /// A URL is accepted only for media that were posted on Facebook.
    private static boolean isOnFacebook(String url) {
        return url.matches("(?i)https?://(?:[a-z0-9-]+\\.)*facebook\\.com/\\S+");
    }

    private static Optional<GraphError> receipt(JsonNode template, String name) {
        return first(
                present(template, name, "recipient_name"),
                present(template, name, "order_number"),
                present(template, name, "currency"),
                present(template, name, "payment_method"),
                present(template.path("summary"), part(name, "summary"), "total_cost"),
                count(template.path("elements"), part(name, "elements"), 0, 100));
    }

    private static Optional<GraphError> feedback(JsonNode template, String name) {
        var screens = template.path("feedback_screens");
        var days = template.path("expires_in_days").asInt(1);
        return first(
                text(template, name, "title", 65),
                atMost(template, name, "subtitle", 80),
                text(template, name, "button_title", 20),
                count(screens, part(name, "feedback_screens"), 1, 1),
                each(screens, part(name, "feedback_screens"), Templates::screen),
                present(template.path("business_privacy"), part(name, "business_privacy"), "url"),
                when(
                        days < 1 || days > 7,
                        GraphErrors.invalid(
                                part(name, "expires_in_days"), "must be between 1 and 7")));
    }

    private static Optional<GraphError> screen(JsonNode screen, String name) {
        return count(screen.path("questions"), part(name, "questions"), 1, 1);
    }

    private static Optional<GraphError> imageGrid(JsonNode template, String name) {
        return count(template.path("elements"), part(name, "elements"), 2, 6);
    }

    private static Optional<GraphError> product(JsonNode template, String name) {
        return count(template.path("elements"), part(name, "elements"), 1, 10);
    }

    private static Optional<GraphError> buttons(JsonNode of, String name, int least) {
        var buttons = of.path("buttons");
        return first(
                count(buttons, part(name, "buttons"), least, 3),
                each(buttons, part(name, "buttons"), Templates::oneButton));
    }

    private static Optional<GraphError> oneButton(JsonNode button, String name) {
        var type = button.path("type").asString("");
        if (NEED_PAYLOAD.contains(type)) {
            return first(text(button, name, "title", 20), text(button, name, "payload", 1000));
        }
        if (NEED_URL.contains(type)) {
            var title = type.equals("web_url") ? text(button, name, "title", 20) : none();
            return first(title, present(button, name, "url"));
        }
        return when(
                !NEED_NOTHING.contains(type),
                GraphErrors.notOneOf(
                        part(name, "type"),
                        "account_link, account_unlink, game_play, phone_number, postback,"
                                + " web_url"));
    }

    private static Optional<GraphError> none() {
        return Optional.empty();
    }
}
