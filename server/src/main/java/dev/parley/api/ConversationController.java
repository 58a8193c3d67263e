package dev.parley.api;

import dev.parley.api.ConversationRows.ConversationRow;
import dev.parley.api.ConversationRows.Filter;
import dev.parley.conversation.ConversationId;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Language;
import dev.parley.tag.TagName;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConversationController implements ConversationContract {
    private final ConversationRows rows;
    private final ConversationItems items;

    ConversationController(ConversationRows rows, ConversationItems items) {
        this.rows = rows;
        this.items = items;
    }

    @Override
    public ConversationItem.Page list(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String endpointId,
            @Nullable String personId,
            @Nullable String tag,
            @Nullable String cursor,
            @Nullable String limit,
            SignedIn reader,
            HttpServletRequest request) {
        var filter =
                new Filter(
                        EnumNames.state(state),
                        channelName(channel),
                        valueOrNull(endpointId),
                        valueOrNull(personId),
                        tagName(tag));
        var limitValue = Limit.parse(limit).value();
        var scope = ConversationScope.of(reader);
        var found = rows.page(scope, filter, ListCursor.parse(cursor), limitValue + 1);
        var shown = found.subList(0, Math.min(limitValue, found.size()));
        var language = language(request);
        return new ConversationItem.Page(
                shown.stream().map(row -> items.of(row, language)).toList(),
                found.size() > limitValue ? cursor(shown) : null);
    }

    @Override
    public ConversationItem one(UUID id, SignedIn reader, HttpServletRequest request) {
        var conversation = new ConversationId(id);
        return rows.one(ConversationScope.of(reader), conversation)
                .map(row -> items.of(row, language(request)))
                .orElseThrow(() -> ReplyRequests.unknown(conversation));
    }

    private static String cursor(List<ConversationRow> shown) {
        return new ListCursor(shown.getLast().openedAt(), shown.getLast().id()).toString();
    }

    private static @Nullable String channelName(@Nullable String channel) {
        var valueOrNull = valueOrNull(channel);
        return valueOrNull == null ? null : valueOrNull.toUpperCase(Locale.ROOT);
    }

    /// What cannot be the name of a tag finds nothing.
    private static @Nullable TagName tagName(@Nullable String tag) {
        var valueOrNull = valueOrNull(tag);
        return valueOrNull == null
                ? null
                : TagName.of(valueOrNull).orElseGet(() -> new TagName("", ""));
    }

    private static @Nullable String valueOrNull(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    /// Without the header, the request would return the server's own language.
    private static Language language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Language.ENGLISH
                : Language.preferred(Collections.list(request.getLocales()));
    }
}
