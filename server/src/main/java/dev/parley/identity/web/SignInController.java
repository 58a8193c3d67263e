package dev.parley.identity.web;

import dev.parley.identity.Credentials;
import dev.parley.identity.SignIn;
import dev.parley.identity.SignInOrigin;
import dev.parley.identity.SignedIn;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.Answer;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.LanguageChoice;
import dev.parley.platform.web.PageFrame;
import dev.parley.platform.web.Problems;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sign-in page.
@Controller
class SignInController {
    private final Templates templates;
    private final Credentials credentials;
    private final SignInSessions sessions;
    private final RequestCache requestCache;
    private final CsrfTokenRepository csrfTokens;

    SignInController(
            Templates templates,
            Credentials credentials,
            SignInSessions sessions,
            RequestCache requestCache,
            CsrfTokenRepository csrfTokens) {
        this.templates = templates;
        this.credentials = credentials;
        this.sessions = sessions;
        this.requestCache = requestCache;
        this.csrfTokens = csrfTokens;
    }

    @GetMapping("/sign-in")
    Answer form(PageFrame frame, @RequestParam Optional<String> signedOut) {
        if (frame.viewer() != null) {
            return Answer.redirect("/");
        }
        var notice = signedOut.map(_ -> frame.text("signin.signedOut")).orElse("");
        return Answer.show(
                templates.identitySignIn(frame, new SignInView("", Problems.NONE, notice)));
    }

    @GetMapping(path = "/sign-in", params = "language")
    Answer changeLanguage(
            @RequestParam String language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language.tagged(language)
                .ifPresent(chosen -> LanguageChoice.store(chosen, request, response));
        return Answer.redirect("/sign-in");
    }

    @PostMapping("/sign-in")
    Answer signIn(
            PageFrame frame,
            FormInput typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = typed.text("name");
        var password = typed.verbatim("password");
        if (name.isEmpty() || password.isEmpty()) {
            return again(frame, name, frame.text("signin.empty"));
        }
        var origin = new SignInOrigin(RequestOrigin.of(request), DeviceCookie.of(request));
        return switch (credentials.signIn(name, password, origin)) {
            case SignIn.Success(var user, var device) -> {
                DeviceCookie.store(device, origin.devices(), request, response);
                yield welcome(user, request, response);
            }
            case SignIn.WrongCredentials() -> again(frame, name, frame.text("signin.wrong"));
            case SignIn.Throttled(var time) -> again(frame, name, wait(frame, time));
        };
    }

    private Answer welcome(
            SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        sessions.start(user, request, response);
        csrfTokens.saveToken(null, request, response);
        var requested = requestCache.getRequest(request, response);
        requestCache.removeRequest(request, response);
        return Answer.redirect(requested == null ? "/" : requested.getRedirectUrl());
    }

    private Answer again(PageFrame frame, String name, String problem) {
        var view = new SignInView(name, Problems.ofForm(problem), "");
        return Answer.invalid(templates.identitySignIn(frame, view));
    }

    private static String wait(PageFrame frame, Duration time) {
        return frame.t().count("signin.wait", time.plusSeconds(59).toMinutes());
    }
}
