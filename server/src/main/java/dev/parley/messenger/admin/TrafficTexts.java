package dev.parley.messenger.admin;

import static java.lang.String.CASE_INSENSITIVE_ORDER;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.parley.admin.kit.Redacted;
import dev.parley.messenger.admin.view.TrafficView.PageTraffic;
import dev.parley.messenger.admin.view.TrafficView.Problem;
import dev.parley.messenger.admin.view.TrafficView.Status;
import dev.parley.messenger.catchup.PageWatch;
import dev.parley.outbox.OutboxBacklog;
import dev.parley.outbox.SendBlock;
import dev.parley.platform.PageRequest;
import dev.parley.platform.PagedRows;
import dev.parley.platform.language.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Describes whether pages send and receive.
final class TrafficTexts {
    private final Texts t;
    private final Instant now;
    private final Map<String, List<SendBlock>> blocks;
    private final Map<String, OutboxBacklog> backlog;
    private final Map<String, PageWatch> watches;

    TrafficTexts(
            Texts t,
            Instant now,
            List<SendBlock> blocks,
            List<OutboxBacklog> backlog,
            List<PageWatch> watches) {
        this.t = t;
        this.now = now;
        this.blocks = blocks.stream().collect(groupingBy(one -> one.endpoint().id()));
        this.backlog = backlog.stream().collect(toMap(one -> one.endpoint().id(), one -> one));
        this.watches = watches.stream().collect(toMap(PageWatch::page, one -> one));
    }

    /// {@return the pages that are set up, and those that still have a backlog} Pages that need
    /// attention come first, unless sorted by name.
    ///
    /// @param names of the pages that are set up, by Meta's ids
    PagedRows<PageTraffic> of(Map<String, String> names, PageRequest wanted) {
        var byName =
                comparing((String page) -> names.getOrDefault(page, page), CASE_INSENSITIVE_ORDER);
        var order =
                wanted.sort().equals("name")
                        ? byName
                        : comparing(this::needsNoAttention).thenComparing(byName);
        var found =
                Stream.concat(names.keySet().stream(), backlog.keySet().stream())
                        .distinct()
                        .filter(page ->
                                isSought(page, names.getOrDefault(page, ""), wanted.search()))
                        .sorted(wanted.descending() ? order.reversed() : order)
                        .toList();
        var shown = found.stream().skip(wanted.offset()).limit(wanted.limit());
        return new PagedRows<>(
                shown.map(page -> page(page, names.get(page))).toList(), found.size());
    }

    private static boolean isSought(String page, String name, String search) {
        return page.contains(search)
                || name.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    /// {@return whether the page needs no attention}
    private boolean needsNoAttention(String page) {
        var watch = watches.get(page);
        return !blocks.containsKey(page) && (watch == null || watch.problem() == null);
    }

    private PageTraffic page(String page, @Nullable String name) {
        var met = blocks.getOrDefault(page, List.of());
        var watch = watches.get(page);
        return new PageTraffic(
                page,
                name == null ? page : name,
                sending(met),
                backlog(backlog.get(page)),
                Stream.concat(met.stream().map(this::problem), problemOf(watch)).toList(),
                met.stream().anyMatch(one -> one.blocks(now)),
                name == null ? new Status("", t.text("facebook.traffic.gone")) : receiving(watch),
                watch == null ? null : watch.checkedAt(),
                watch == null ? "" : fetched(watch),
                name != null);
    }

    private Status sending(List<SendBlock> met) {
        if (met.stream().anyMatch(SendBlock::stopped)) {
            return new Status("negative", t.text("facebook.traffic.stopped"));
        }
        return met.stream()
                .filter(one -> one.blocks(now))
                .max(Comparator.comparing(SendBlock::until))
                .map(one -> new Status("warning", t.text("facebook.traffic.paused", one.until())))
                .orElseGet(() ->
                        met.isEmpty()
                                ? new Status("positive", t.text("facebook.traffic.sends"))
                                : new Status("warning", t.text("facebook.traffic.attention")));
    }

    private List<String> backlog(@Nullable OutboxBacklog one) {
        if (one == null) {
            return List.of();
        }
        return Stream.of(
                        one.waiting() == 0
                                ? ""
                                : t.count("facebook.traffic.waiting", one.waiting()),
                        one.unknown() == 0
                                ? ""
                                : t.count("facebook.traffic.unknown", one.unknown()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private Status receiving(@Nullable PageWatch watch) {
        if (watch == null || (watch.checkedAt() == null && watch.problem() == null)) {
            return new Status("", t.text("facebook.traffic.notYet"));
        }
        if (watch.problem() != null) {
            return new Status("warning", t.text("facebook.traffic.problem"));
        }
        return new Status(
                "positive",
                t.text(
                        watch.isCatchingUp()
                                ? "facebook.traffic.receivesNew"
                                : "facebook.traffic.receives"));
    }

    private String fetched(PageWatch watch) {
        if (watch.isWaiting()) {
            return t.text("facebook.traffic.patience");
        }
        if (watch.span() != null) {
            return t.count("facebook.traffic.fetching", watch.conversations());
        }
        if (watch.wanted()) {
            return t.text("facebook.traffic.wanted");
        }
        var at = watch.finishedAt();
        return at == null
                ? ""
                : t.count("facebook.traffic.fetched", watch.found()) + " · " + t.relative(at);
    }

    private Problem problem(SendBlock one) {
        return new Problem(
                t.text("facebook.error.admin." + one.cause()), Redacted.text(one.detail()));
    }

    private Stream<Problem> problemOf(@Nullable PageWatch watch) {
        if (watch == null || watch.problem() == null) {
            return Stream.empty();
        }
        var detail = Objects.requireNonNullElse(watch.detail(), "");
        return Stream.of(
                new Problem(
                        t.text("facebook.error.admin." + watch.problem()), Redacted.text(detail)));
    }
}
