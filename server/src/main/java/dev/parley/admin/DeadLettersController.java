package dev.parley.admin;

import dev.parley.admin.view.DeadLetterView;
import dev.parley.admin.view.DeadLettersView;
import dev.parley.identity.SignedIn;
import dev.parley.inbox.DeadLetter;
import dev.parley.inbox.DeadLetters;
import dev.parley.messenger.setup.FacebookPages;
import dev.parley.messenger.setup.MessagingAccounts;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.Frame;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What was delivered and could not be acted on: to look at, and to run again.
@Controller
@RequestMapping("/admin/dead-letters")
class DeadLettersController {
    private static final int SHOWN = 100_000;

    private final Templates templates;
    private final DeadLetters letters;
    private final FacebookPages pages;
    private final MessagingAccounts accounts;

    DeadLettersController(
            Templates templates,
            DeadLetters letters,
            FacebookPages pages,
            MessagingAccounts accounts) {
        this.templates = templates;
        this.letters = letters;
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping
    JteModel list(Frame frame, @RequestParam Optional<Integer> ranAgain) {
        var words = words(frame);
        var lines = letters.waiting().stream().map(words::line).toList();
        var notice = ranAgain.map(number -> notice(frame, number)).orElse("");
        return templates.adminDeadLetters(
                frame, new DeadLettersView(lines, letters.count(), notice));
    }

    @GetMapping("/{id}")
    JteModel open(Frame frame, @PathVariable UUID id) {
        var letter =
                letters.byId(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = words(frame);
        var body = Legible.body(letters.bodyOf(letter).bytes());
        var cut = body.length() > SHOWN;
        return templates.adminDeadLetter(
                frame,
                new DeadLetterView(
                        words.line(letter),
                        words.next(letter.cause()),
                        account(letter),
                        cut ? body.substring(0, SHOWN) : body,
                        cut));
    }

    @PostMapping("/{id}/rerun")
    Answer runAgain(SignedIn me, @PathVariable UUID id) {
        return done(letters.runAgain(id, me.userId()) ? 1 : 0);
    }

    @PostMapping("/rerun")
    Answer runAllAgain(SignedIn me) {
        return done(letters.runAllAgain(me.userId()));
    }

    private static Answer done(int ranAgain) {
        return Answer.sendOn("/admin/dead-letters?ranAgain=" + ranAgain);
    }

    private DeadLetterWords words(Frame frame) {
        return new DeadLetterWords(frame.t(), pages.names());
    }

    private String account(DeadLetter letter) {
        return accounts.byKey(letter.source()).map(found -> found.account().name()).orElse("");
    }

    private static String notice(Frame frame, int ranAgain) {
        return ranAgain == 0
                ? frame.text("admin.deadLetters.ranAlready")
                : frame.t().count("admin.deadLetters.ranAgain", ranAgain);
    }
}
