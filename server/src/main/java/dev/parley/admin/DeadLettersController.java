package dev.parley.admin;

import dev.parley.admin.kit.FormCheck;
import dev.parley.admin.kit.Listing;
import dev.parley.admin.kit.Redacted;
import dev.parley.admin.view.DeadLetterView;
import dev.parley.admin.view.DeadLettersView;
import dev.parley.identity.SignedIn;
import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetterHandling;
import dev.parley.inbox.DeadLetterHandling.RetryResult;
import dev.parley.inbox.DeadLetters;
import dev.parley.inbox.DeadLetters.Search;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Delivered events that could not be processed: shows them, runs them again, or discards them.
@Controller
@RequestMapping("/admin/dead-letters")
class DeadLettersController {
    private static final String ADDRESS = "/admin/dead-letters";
    private static final List<String> SORTS =
            List.of("-received", "cause", "endpoint", "person", "tries", "size");
    private static final int SHOWN = 100_000;
    private static final int MAX_REASON = 500;

    private final Templates templates;
    private final DeadLetters deadLetters;
    private final DeadLetterHandling handling;
    private final AdminChannels channels;

    DeadLettersController(
            Templates templates,
            DeadLetters deadLetters,
            DeadLetterHandling handling,
            AdminChannels channels) {
        this.templates = templates;
        this.deadLetters = deadLetters;
        this.handling = handling;
        this.channels = channels;
    }

    @GetMapping
    JteModel list(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var listing = Listing.of(ADDRESS, parameters, SORTS, List.of("cause"));
        var search = search(listing.filter("cause"), listing.search());
        var found = deadLetters.find(search, listing.pageRequest());
        var texts = texts(frame, found.rows());
        return templates.adminDeadLetters(
                frame,
                new DeadLettersView(
                        listing,
                        found.rows().stream().map(texts::line).toList(),
                        found.all(),
                        texts.causes(search.cause()),
                        notice(frame, parameters),
                        parameters.containsKey("full")
                                ? frame.text("admin.deadLetters.full")
                                : ""));
    }

    @GetMapping("/{id}")
    JteModel open(PageFrame frame, @PathVariable UUID id) {
        return show(frame, letter(id), Problems.NONE);
    }

    @PostMapping("/{id}/retry")
    Answer retry(SignedIn me, @PathVariable UUID id) {
        return done(handling.retry(id, me.userId()));
    }

    @PostMapping("/retry")
    Answer retryAll(SignedIn me, FormInput typed) {
        var search = search(typed.text("cause"), typed.text("search"));
        return done(handling.retryAll(search, me.userId()));
    }

    @PostMapping("/{id}/discard")
    Answer discard(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        var what = "admin.deadLetters.reason";
        var reason = typed.text("reason");
        var problems = new FormCheck(frame.t()).filled("reason", what, reason, MAX_REASON);
        if (!problems.isEmpty()) {
            return Answer.invalid(show(frame, letter(id), problems));
        }
        var discarded = handling.discard(id, reason, me.userId());
        return Answer.redirect(ADDRESS + (discarded ? "?discarded" : "?retried=0"));
    }

    private JteModel show(PageFrame frame, DeadLetter letter, Problems problems) {
        var texts = texts(frame, List.of(letter));
        var body = Redacted.body(deadLetters.bodyOf(letter).bytes());
        var cut = body.length() > SHOWN;
        return templates.adminDeadLetter(
                frame,
                new DeadLetterView(
                        texts.line(letter),
                        texts.next(
                                letter.cause(), channels.failedEvents(frame.t(), letter.channel())),
                        channels.accountOf(letter.source()),
                        cut ? body.substring(0, SHOWN) : body,
                        cut,
                        problems));
    }

    private DeadLetter letter(UUID id) {
        return deadLetters
                .byId(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Search search(String cause, String text) {
        return Stream.of(Cause.values())
                .filter(one -> one.name().equals(cause))
                .findFirst()
                .map(one -> new Search(one, text))
                .orElseGet(() -> new Search(null, text));
    }

    private static Answer done(RetryResult result) {
        return Answer.redirect(
                ADDRESS + "?retried=" + result.ran() + (result.full() ? "&full" : ""));
    }

    private DeadLetterTexts texts(PageFrame frame, List<DeadLetter> shown) {
        return new DeadLetterTexts(frame.t(), channels.endpointsOf(shown));
    }

    private static String notice(PageFrame frame, Map<String, String> parameters) {
        if (parameters.containsKey("discarded")) {
            return frame.text("admin.deadLetters.discarded");
        }
        var retried = parameters.getOrDefault("retried", "");
        if (retried.equals("0")) {
            return parameters.containsKey("full")
                    ? ""
                    : frame.text("admin.deadLetters.alreadyRetried");
        }
        return retried.matches("\\d{1,9}")
                ? frame.t().count("admin.deadLetters.retried", Integer.parseInt(retried))
                : "";
    }
}
