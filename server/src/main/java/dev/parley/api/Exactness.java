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
final class Exactness {
    private static final List<Class<? extends Record>> ANSWERS =
            List.of(
                    ConversationItem.class,
                    ConversationItem.CustomerItem.class,
                    ConversationItem.SocialProfileItem.class,
                    ConversationItem.ReplyWindowItem.class,
                    ConversationItem.Page.class,
                    MessageItem.class,
                    MessageItem.AttachmentItem.class,
                    MessageItem.LocationItem.class,
                    MessageItem.Page.class);

    private Exactness() {}

    static void in(OpenAPI api) {
        for (var answer : ANSWERS) {
            var name =
                    answer.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class).name();
            var schema = api.getComponents().getSchemas().get(name);
            if (schema != null) {
                for (var component : answer.getRecordComponents()) {
                    describe(schema, component);
                }
            }
        }
    }

    private static void describe(Schema<?> schema, RecordComponent component) {
        var name = component.getName();
        // Only the answer to writing has parts.
        if (name.equals("parts")) {
            return;
        }
        schema.addRequiredItem(name);
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
        return property;
    }
}
