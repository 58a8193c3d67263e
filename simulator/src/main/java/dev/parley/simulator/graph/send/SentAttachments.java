package dev.parley.simulator.graph.send;

import dev.parley.simulator.files.Fetcher;
import dev.parley.simulator.files.StoredFile;
import dev.parley.simulator.files.StoredFiles;
import dev.parley.simulator.graph.GraphErrors;
import dev.parley.simulator.graph.GraphRefusal;
import dev.parley.simulator.world.Attachment;
import dev.parley.simulator.world.Ids;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Resettable;
import dev.parley.simulator.world.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Resolves the attachments of a send: uploads, URLs, and attachments saved earlier.
@Component
class SentAttachments implements Resettable {
    private record Saved(String page, Attachment attachment, Instant at) {}

    private static final TypeReference<Map<String, Object>> ANYTHING = new TypeReference<>() {};

    private static final long LARGEST_PICTURE = 8 * 1024 * 1024;
    private static final Duration SAVED_FOR = Duration.ofDays(90);

    private final StoredFiles store;
    private final Fetcher fetcher;
    private final GraphSettings settings;
    private final JsonMapper json;
    private final SimulatedClock clock;
    private final Map<String, Saved> reusable = new ConcurrentHashMap<>();

    SentAttachments(
            StoredFiles store,
            Fetcher fetcher,
            GraphSettings settings,
            JsonMapper json,
            SimulatedClock clock) {
        this.clock = clock;
        this.store = store;
        this.fetcher = fetcher;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void reset() {
        reusable.clear();
    }

    Attachment get(Page page, Send send) {
        var type = send.attachment().path("type").asString("");
        var payload = send.attachment().path("payload");
        if (send.upload() != null) {
            return media(type, uploaded(send.upload()), send.base());
        }
        if (type.equals("template")) {
            payload.path("elements").forEach(element -> ownMedium(page, element));
            return new Attachment(type, null, json.convertValue(payload, ANYTHING));
        }
        return payload.has("attachment_id")
                ? saved(page, type, payload.get("attachment_id").asString(""))
                : fetched(type, payload.path("url").asString(""), send.base());
    }

    /// The media of a template must have been uploaded for this page with the same type.
    private void ownMedium(Page page, JsonNode element) {
        if (element.has("media_type") && element.has("attachment_id")) {
            var _ =
                    saved(
                            page,
                            element.path("media_type").asString(""),
                            element.path("attachment_id").asString(""));
        }
    }

    /// {@return the id for sending it again, if requested}
    Optional<String> save(Page page, JsonNode attachment, Attachment got) {
        if (!attachment.path("payload").path("is_reusable").asBoolean(false)) {
            return Optional.empty();
        }
        return Optional.of(save(page, got));
    }

    String save(Page page, Attachment got) {
        var id = Ids.digits();
        reusable.put(id, new Saved(page.id(), got, clock.instant()));
        return id;
    }

    private StoredFile uploaded(MultipartFile upload) {
        if (upload.getContentType() == null || upload.isEmpty()) {
            throw new GraphRefusal(GraphErrors.UPLOAD_FAILED);
        }
        if (upload.getSize() > StoredFile.LARGEST) {
            throw new GraphRefusal(GraphErrors.TOO_BIG);
        }
        try (var content = upload.getInputStream()) {
            return store.save(upload.getOriginalFilename(), upload.getContentType(), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Attachment saved(Page page, String type, String id) {
        return Optional.ofNullable(reusable.get(id))
                .filter(saved -> saved.page().equals(page.id()))
                .filter(saved -> clock.instant().isBefore(saved.at().plus(SAVED_FOR)))
                .map(Saved::attachment)
                .filter(attachment -> attachment.type().equals(type))
                .orElseThrow(() -> new GraphRefusal(GraphErrors.ATTACHMENT_UNKNOWN));
    }

    private Attachment fetched(String type, String url, String base) {
        if (url.isEmpty()) {
            throw new GraphRefusal(GraphErrors.INVALID_DATA);
        }
        if (!settings.fetchAttachments()) {
            return Attachment.media(type, url, null);
        }
        return switch (fetcher.fetch(URI.create(url))) {
            case Fetcher.Got(var stored) -> media(type, stored, base);
            case Fetcher.TooBig _ -> throw new GraphRefusal(GraphErrors.TOO_BIG);
            case Fetcher.Failed _ -> throw new GraphRefusal(GraphErrors.FETCH_FAILED);
        };
    }

    private static Attachment media(String type, StoredFile stored, String base) {
        if (!stored.canBe(type)) {
            throw new GraphRefusal(GraphErrors.UPLOAD_FAILED);
        }
        if (type.equals("image") && stored.size() > LARGEST_PICTURE) {
            throw new GraphRefusal(GraphErrors.PICTURE_TOO_BIG);
        }
        return Attachment.media(type, base + stored.path(), stored.name());
    }
}
