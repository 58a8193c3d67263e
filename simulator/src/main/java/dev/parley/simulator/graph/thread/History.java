package dev.parley.simulator.graph.thread;

import dev.parley.simulator.files.StoredFile;
import dev.parley.simulator.files.StoredFiles;
import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.ConversationView;
import dev.parley.simulator.world.Message;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Threads as the Conversations API returns them: newest first, with details of the latest 20, and
/// without postbacks, reactions, metadata and unsent messages.
@Component
class History {
    /// Older messages are returned without details.
    static final int DETAILED = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    private final StoredFiles files;

    History(StoredFiles files) {
        this.files = files;
    }

    Map<String, Object> conversation(ConversationView thread) {
        var listed = listed(thread);
        var all = new LinkedHashMap<String, Object>();
        all.put("id", "t_" + thread.psid());
        all.put("updated_time", time(updated(thread)));
        all.put("link", "/" + thread.page().id() + "/inbox/" + thread.psid() + "/");
        all.put("snippet", listed.isEmpty() ? "" : text(listed.getFirst()));
        all.put("message_count", listed.size());
        all.put("unread_count", 0);
        all.put("can_reply", !thread.blocked());
        all.put("participants", Map.of("data", List.of(customer(thread), page(thread))));
        all.put("senders", Map.of("data", List.of(customer(thread), page(thread))));
        all.put("messages", Map.of("data", messages(thread)));
        return all;
    }

    /// {@return the time of the latest message}
    static long updated(ConversationView thread) {
        return thread.lastMessage().map(Message::timestamp).orElse(0L);
    }

    List<Map<String, Object>> messages(ConversationView thread) {
        var listed = listed(thread);
        return IntStream.range(0, listed.size())
                .mapToObj(i ->
                        i < DETAILED
                                ? message(thread, listed.get(i))
                                : withoutDetails(listed.get(i)))
                .toList();
    }

    /// {@return empty if it is too old, unsent or not listed}
    Optional<Map<String, Object>> message(ConversationView thread, String mid) {
        return listed(thread).stream()
                .limit(DETAILED)
                .filter(message -> message.mid().equals(mid))
                .findFirst()
                .map(message -> message(thread, message));
    }

    private static List<Message> listed(ConversationView thread) {
        return thread.messages().reversed().stream()
                .filter(message -> !message.unsent() && message.content().postback() == null)
                .toList();
    }

    private static Map<String, Object> withoutDetails(Message message) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", message.mid());
        all.put("created_time", time(message.timestamp()));
        return all;
    }

    private Map<String, Object> message(ConversationView thread, Message message) {
        var all = withoutDetails(message);
        all.put("from", message.byPerson() ? customer(thread) : page(thread));
        var to = message.byPerson() ? page(thread) : customer(thread);
        all.put("to", Map.of("data", List.of(to)));
        all.put("message", text(message));
        var enclosed = message.content().attachments();
        enclosed.stream()
                .filter(History::isSticker)
                .findFirst()
                .map(Attachment::url)
                .ifPresent(url -> all.put("sticker", url));
        var media =
                enclosed.stream()
                        .filter(one -> !isSticker(one) && one.url() != null)
                        .map(this::attachment)
                        .toList();
        if (!media.isEmpty()) {
            all.put("attachments", Map.of("data", media));
        }
        return all;
    }

    private Map<String, Object> attachment(Attachment attachment) {
        var url = String.valueOf(attachment.url());
        var stored = stored(url);
        var all = new LinkedHashMap<String, Object>();
        all.put("id", "%d".formatted(10_000_000_000L + Integer.toUnsignedLong(url.hashCode())));
        all.put(
                "mime_type",
                stored.map(StoredFile::contentType).orElse("application/octet-stream"));
        all.put("name", stored.map(StoredFile::name).orElse("file"));
        all.put("size", stored.map(StoredFile::size).orElse(0L));
        switch (attachment.type()) {
            case "image" -> all.put("image_data", picture(url));
            case "video" -> all.put("video_data", picture(url));
            default -> all.put("file_url", url);
        }
        return all;
    }

    private Optional<StoredFile> stored(String url) {
        var parts = url.split("/files/", 2);
        return parts.length < 2 ? Optional.empty() : files.find(parts[1].replaceAll("/.*", ""));
    }

    private static Map<String, Object> picture(String url) {
        return Map.of("width", 640, "height", 480, "url", url, "preview_url", url);
    }

    private static boolean isSticker(Attachment attachment) {
        return attachment.type().equals("sticker");
    }

    private static Map<String, Object> customer(ConversationView thread) {
        return participant(thread.person().name(), thread.psid());
    }

    private static Map<String, Object> page(ConversationView thread) {
        return participant(thread.page().name(), thread.page().id());
    }

    private static Map<String, Object> participant(String name, String id) {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", name);
        all.put("email", id + "@facebook.com");
        all.put("id", id);
        return all;
    }

    private static String text(Message message) {
        return message.content().text() == null ? "" : message.content().text();
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
