package dev.parley.messenger.admin;

import dev.parley.identity.SignedIn;
import dev.parley.messenger.account.AccountDraft;
import dev.parley.messenger.account.AccountDrafts;
import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.account.PageEntry;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.graph.AppKeys;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The step *Add Facebook pages to this account* with its pane.
@Controller
@RequestMapping(NewAccountScreen.ADDRESS + "/{id}/pages")
class NewAccountPagesController {
    private final NewAccountScreen page;
    private final PagePane pane;
    private final AccountDrafts drafts;

    NewAccountPagesController(NewAccountScreen page, PagePane pane, AccountDrafts drafts) {
        this.page = page;
        this.pane = pane;
        this.drafts = drafts;
    }

    @GetMapping
    Answer show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        return whenReady(
                frame,
                me,
                id,
                target ->
                        Answer.show(
                                page.pages(
                                        frame,
                                        target.draft(),
                                        pane.asked(frame, target, asked),
                                        Problems.NONE)));
    }

    @PostMapping
    Answer add(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return whenReady(frame, me, id, target -> pane.add(frame, target, typed));
    }

    @PostMapping("/search")
    Answer seek(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return whenReady(frame, me, id, target -> pane.search(frame, target, typed));
    }

    @PostMapping("/picks")
    Answer pick(PageFrame frame, SignedIn me, @PathVariable UUID id, FormInput typed) {
        return whenReady(frame, me, id, target -> pane.pick(frame, target, typed));
    }

    @PostMapping("/removal")
    Answer remove(SignedIn me, @PathVariable UUID id, FormInput typed) {
        var draft = page.draft(id, me);
        drafts.save(draft.without(typed.text("pageId")));
        return Answer.redirect(NewAccountScreen.address(draft) + "/pages");
    }

    /// Pages cannot be added before the step *Application* is done.
    private Answer whenReady(
            PageFrame frame, SignedIn me, UUID id, Function<PageTarget, Answer> step) {
        var draft = page.draft(id, me);
        return NewAccountScreen.mayAddPages(frame.t(), draft)
                ? step.apply(new Target(frame, draft))
                : Answer.redirect(NewAccountScreen.address(draft) + "/application");
    }

    /// Pages are only stored in the draft; the last step saves them.
    private final class Target implements PageTarget {
        private final PageFrame frame;
        private final AccountDraft draft;

        Target(PageFrame frame, AccountDraft draft) {
            this.frame = frame;
            this.draft = draft;
        }

        @Override
        public AccountDraft draft() {
            return draft;
        }

        @Override
        public AppKeys app() {
            return NewAccountScreen.keys(draft);
        }

        @Override
        public Set<String> here() {
            return NewAccountScreen.here(draft);
        }

        @Override
        public String forms() {
            return list();
        }

        @Override
        public String list() {
            return NewAccountScreen.address(draft) + "/pages";
        }

        @Override
        public void keep(AccountDraft typed) {
            drafts.save(typed);
        }

        @Override
        public Answer add(AccountDraft typed, List<PageDraft> pages, String way) {
            var entry =
                    way.equals("add")
                            ? PageEntry.EMPTY.withFound(typed.entry().found())
                            : typed.entry().withFound(List.of());
            drafts.save(typed.with(pages).entering(entry));
            return Answer.redirect(list());
        }

        @Override
        public Answer showAgain(PaneView open) {
            return Answer.invalid(page.pages(frame, draft, open, Problems.NONE));
        }
    }
}
