package dev.parley.messenger.admin;

import dev.parley.admin.kit.Problems;
import dev.parley.identity.SignedIn;
import dev.parley.messenger.admin.PageAdditionCheck.How;
import dev.parley.messenger.admin.PageAdditionCheck.Looked;
import dev.parley.messenger.admin.PageAdditionCheck.Sought;
import dev.parley.messenger.admin.view.PaneView;
import dev.parley.messenger.setup.AccountDraft;
import dev.parley.messenger.setup.AccountDrafts;
import dev.parley.messenger.setup.PageEntry;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.PageFrame;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The step *Add Facebook pages to this account* with its pane (reference F20-F26).
@Controller
@RequestMapping(NewAccountPage.ADDRESS + "/{id}/pages")
class NewAccountPagesController {
    private final NewAccountPage page;
    private final PageAdditionCheck adding;
    private final AccountDrafts drafts;

    NewAccountPagesController(NewAccountPage page, PageAdditionCheck adding, AccountDrafts drafts) {
        this.page = page;
        this.adding = adding;
        this.drafts = drafts;
    }

    @GetMapping
    Answer show(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked) {
        var draft = page.draft(id, me);
        if (!NewAccountPage.mayAddPages(frame.t(), draft)) {
            return toApplication(draft);
        }
        var way = asked.containsKey("add") ? "add" : asked.containsKey("pick") ? "pick" : "";
        return Answer.show(page.pages(frame, draft, page.pane(frame, draft, way), Problems.NONE));
    }

    @PostMapping
    Answer add(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String pageName,
            @RequestParam(defaultValue = "") String pageId,
            @RequestParam(defaultValue = "") String pageToken,
            @RequestParam(defaultValue = "CHECKED") How how) {
        var before = page.draft(id, me);
        if (!NewAccountPage.mayAddPages(frame.t(), before)) {
            return toApplication(before);
        }
        var entry = before.entry().typed(pageName.strip(), pageId.strip(), pageToken.strip());
        var draft = before.entering(entry);
        drafts.keep(draft);
        return switch (adding.look(
                frame.t(), NewAccountPage.keys(draft), entry, NewAccountPage.here(draft), how)) {
            case Looked.Fit(var fit) -> {
                drafts.keep(
                        draft.with(List.of(fit)).entering(PageEntry.EMPTY.offering(entry.found())));
                yield shut(draft);
            }
            case Looked.Wrong(var problems, var unchecked, var correction) ->
                    again(
                            frame,
                            draft,
                            page.pane(frame, draft, "add").with(problems, unchecked, correction));
        };
    }

    @PostMapping("/search")
    Answer seek(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String userToken) {
        var draft = page.draft(id, me);
        if (!NewAccountPage.mayAddPages(frame.t(), draft)) {
            return toApplication(draft);
        }
        return switch (adding.seek(frame.t(), NewAccountPage.keys(draft), userToken.strip())) {
            case Sought.There(var found) -> {
                drafts.keep(draft.entering(draft.entry().offering(found)));
                yield Answer.sendOn(NewAccountPage.address(draft) + "/pages?pick");
            }
            case Sought.Wrong(var problems) ->
                    again(frame, draft, page.pane(frame, draft, "pick").with(problems, false, ""));
        };
    }

    @PostMapping("/picks")
    Answer pick(
            PageFrame frame,
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> picked) {
        var draft = page.draft(id, me);
        if (!NewAccountPage.mayAddPages(frame.t(), draft)) {
            return toApplication(draft);
        }
        var free =
                adding.picks(frame.t(), draft.entry().found(), NewAccountPage.here(draft)).stream()
                        .filter(pick -> pick.takenBy().isEmpty() && picked.contains(pick.pageId()))
                        .map(PaneView.Pick::pageId)
                        .toList();
        if (free.isEmpty()) {
            var problems = Problems.with("picked", frame.text("facebook.pick.needed"));
            return again(frame, draft, page.pane(frame, draft, "pick").with(problems, false, ""));
        }
        var chosen =
                draft.entry().found().stream().filter(one -> free.contains(one.pageId())).toList();
        drafts.keep(draft.with(chosen).entering(draft.entry().offering(List.of())));
        return shut(draft);
    }

    @PostMapping("/removal")
    Answer remove(SignedIn me, @PathVariable UUID id, @RequestParam String pageId) {
        var draft = page.draft(id, me);
        drafts.keep(draft.without(pageId));
        return shut(draft);
    }

    private static Answer toApplication(AccountDraft draft) {
        return Answer.sendOn(NewAccountPage.address(draft) + "/application");
    }

    private static Answer shut(AccountDraft draft) {
        return Answer.sendOn(NewAccountPage.address(draft) + "/pages");
    }

    private Answer again(PageFrame frame, AccountDraft draft, PaneView pane) {
        return Answer.showAgain(page.pages(frame, draft, pane, Problems.NONE));
    }
}
