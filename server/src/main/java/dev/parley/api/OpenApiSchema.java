package dev.parley.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the API description as exact as the records: nullable properties are marked, and all
/// properties of responses are required.
final class OpenApiSchema {
    private static final List<Class<? extends Record>> RESPONSES =
            List.of(
                    ConversationItem.class,
                    ConversationItem.CustomerItem.class,
                    ConversationItem.ReplyWindowItem.class,
                    ConversationItem.Page.class,
                    MessageItem.class,
                    MessageItem.AttachmentItem.class,
                    MessageItem.CardItem.class,
                    MessageItem.ButtonItem.class,
                    MessageItem.DetailItem.class,
                    MessageItem.HandoverItem.class,
                    MessageItem.LocationItem.class,
                    MessageItem.Page.class);

    /// Requests may omit nullable properties.
    private static final List<Class<? extends Record>> REQUESTS =
            List.of(MessageItem.Draft.class, MessageItem.ReplyButtonItem.class);

    private OpenApiSchema() {}

    static void in(OpenAPI api) {
        RESPONSES.forEach(response -> describe(api, response, true));
        REQUESTS.forEach(request -> describe(api, request, false));
    }

    private static void describe(OpenAPI api, Class<? extends Record> described, boolean complete) {
        var name = described.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class).name();
        var schema = api.getComponents().getSchemas().get(name);
        if (schema != null) {
            for (var component : described.getRecordComponents()) {
                // Only the response to sending has parts.
                describe(schema, component, complete && !component.getName().equals("parts"));
            }
        }
    }

    private static void describe(Schema<?> schema, RecordComponent component, boolean required) {
        var name = component.getName();
        if (required) {
            schema.addRequiredItem(name);
        }
        if (Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation instanceof Nullable)) {
            schema.getProperties().computeIfPresent(name, (_, property) -> orNull(property));
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            var nothing = new Schema<Object>().types(Set.of("null"));
            return new Schema<Object>().anyOf(List.of(property, nothing));
        }
        property.addType("null");
        if (property.getEnum() == null) {
            return property;
        }
        // A list of allowed values would have to contain null, which springdoc omits.
        var nothing = new Schema<Object>().types(Set.of("null"));
        property.setTypes(Set.of("string"));
        return new Schema<Object>().anyOf(List.of(property, nothing));
    }
}
