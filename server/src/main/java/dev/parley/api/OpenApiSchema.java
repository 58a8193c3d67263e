package dev.parley.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the description as exact as the records are: what may be null says so, and everything is
/// always there.
final class OpenApiSchema {
    private static final List<Class<? extends Record>> ANSWERS =
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

    /// What programs send may leave out what may be null.
    private static final List<Class<? extends Record>> QUESTIONS =
            List.of(MessageItem.Draft.class, MessageItem.QuickReplyItem.class);

    private OpenApiSchema() {}

    static void in(OpenAPI api) {
        ANSWERS.forEach(answer -> describe(api, answer, true));
        QUESTIONS.forEach(question -> describe(api, question, false));
    }

    private static void describe(OpenAPI api, Class<? extends Record> described, boolean whole) {
        var name = described.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class).name();
        var schema = api.getComponents().getSchemas().get(name);
        if (schema != null) {
            for (var component : described.getRecordComponents()) {
                // Only the answer to writing has parts.
                describe(schema, component, whole && !component.getName().equals("parts"));
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
        // A list of what is allowed would have to name null, which springdoc leaves out.
        var nothing = new Schema<Object>().types(Set.of("null"));
        property.setTypes(Set.of("string"));
        return new Schema<Object>().anyOf(List.of(property, nothing));
    }
}
