package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.channel.Content;
import dev.parley.conversation.Message.Earlier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of contents and earlier texts in the database. Plain text has a column of its own.
final class ContentJson {
    private static final JsonMapper json =
            JsonMapper.builder().addMixIn(Content.class, TypeByName.class).build();

    private ContentJson() {}

    static @Nullable String toJson(Content content) {
        return content instanceof Content.Text ? null : toStored(content);
    }

    /// {@return the whole content, for rows where the text has no column of its own}
    static String toStored(Content content) {
        return json.writerFor(Content.class).writeValueAsString(content);
    }

    static @Nullable Content fromJson(@Nullable String stored, @Nullable String text) {
        if (stored != null) {
            return json.readValue(stored, Content.class);
        }
        return text == null ? null : new Content.Text(text);
    }

    static List<Earlier> edits(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.readValue(stored, Earlier[].class));
    }

    static String toJson(List<Earlier> earlier) {
        return json.writeValueAsString(earlier);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    interface TypeByName {}
}
