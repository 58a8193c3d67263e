package dev.parley.platform.web;

import static java.util.Objects.requireNonNull;

import dev.parley.platform.language.Language;
import dev.parley.platform.language.Languages;
import dev.parley.platform.web.PageFrame.Csrf;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Creates the frame for a request: its user, language and time zone.
@Component
class PageFrames implements HandlerMethodArgumentResolver {
    private static final Csrf NO_TOKEN = new Csrf("_csrf", "X-CSRF-TOKEN", "");

    private final Languages languages;
    private final Assets assets;
    private final ObjectProvider<MenuEntries> entries;
    private final ObjectProvider<Badge> badges;

    PageFrames(
            Languages languages,
            Assets assets,
            ObjectProvider<MenuEntries> entries,
            ObjectProvider<Badge> badges) {
        this.languages = languages;
        this.assets = assets;
        this.entries = entries;
        this.badges = badges;
    }

    PageFrame of(HttpServletRequest request) {
        var viewer = viewer(request);
        return new PageFrame(
                languages.texts(language(request, viewer), zone(request)),
                viewer,
                csrf(request),
                request.getRequestURI().substring(request.getContextPath().length()),
                assets,
                menu());
    }

    private Menu menu() {
        return new Menu(
                entries.orderedStream().flatMap(one -> one.entries().stream()).toList(),
                badges.stream().toList());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageFrame.class);
    }

    @Override
    public PageFrame resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    private static @Nullable Viewer viewer(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Viewer viewer
                ? viewer
                : null;
    }

    private static Language language(HttpServletRequest request, @Nullable Viewer viewer) {
        return Optional.ofNullable(viewer)
                .flatMap(Viewer::languageTag)
                .or(() -> cookie(request, LanguageChoice.COOKIE))
                .flatMap(Language::tagged)
                .orElseGet(() -> Language.preferred(Collections.list(request.getLocales())));
    }

    /// The browser's time zone, which a script stores in a cookie.
    private static ZoneId zone(HttpServletRequest request) {
        return cookie(request, "tz").flatMap(PageFrames::zone).orElseGet(ZoneId::systemDefault);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : NO_TOKEN;
    }
}
