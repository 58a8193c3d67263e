package dev.parley.privacy.web;

import dev.parley.admin.kit.EditConflict;
import dev.parley.admin.kit.SavedNotices;
import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import dev.parley.privacy.TranscriptAccess;
import dev.parley.privacy.TranscriptSetting;
import dev.parley.privacy.Transcripts;
import dev.parley.privacy.web.view.TranscriptSettingView;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where administrators choose who may download transcripts.
@Controller
@RequestMapping(TranscriptSettingController.ADDRESS)
class TranscriptSettingController {
    static final String ADDRESS = "/admin/transcripts";

    private static final SavedNotices NOTICES =
            new SavedNotices(Map.of("saved", "transcript.setting.saved"));

    private final Templates templates;
    private final Transcripts transcripts;
    private final EditConflict editConflict;

    TranscriptSettingController(
            Templates templates, Transcripts transcripts, EditConflict editConflict) {
        this.templates = templates;
        this.transcripts = transcripts;
        this.editConflict = editConflict;
    }

    @GetMapping
    JteModel page(PageFrame frame, @RequestParam Map<String, String> parameters) {
        var setting = transcripts.setting();
        var notice = NOTICES.text(frame, parameters);
        return show(frame, setting.access(), setting.revision(), Problems.NONE, notice);
    }

    @PostMapping
    Answer change(PageFrame frame, SignedIn me, FormInput typed) {
        var chosen = typed.one("access", TranscriptAccess.class).orElse(TranscriptAccess.NOBODY);
        if (transcripts.change(me, chosen, typed.number("revision"))) {
            return Answer.redirect(ADDRESS + "?saved");
        }
        var now = transcripts.setting();
        return Answer.invalid(show(frame, chosen, now.revision(), conflict(frame, now), ""));
    }

    /// A revision that never existed has nobody who changed it.
    private Problems conflict(PageFrame frame, TranscriptSetting now) {
        var changedAt = now.changedAt();
        return changedAt == null
                ? Problems.NONE
                : editConflict.problem(frame, now.changedBy(), changedAt);
    }

    private JteModel show(
            PageFrame frame,
            TranscriptAccess access,
            int revision,
            Problems problems,
            String notice) {
        return templates.privacyTranscriptSetting(
                frame, new TranscriptSettingView(access, revision, problems, notice));
    }
}
