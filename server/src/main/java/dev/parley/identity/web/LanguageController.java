package dev.parley.identity.web;

import dev.parley.identity.SignedIn;
import dev.parley.identity.Users;
import dev.parley.platform.language.Language;
import dev.parley.platform.web.FormInput;
import dev.parley.platform.web.LanguageChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// Changes the language of a user, from any page.
@Controller
class LanguageController {
    private static final String CURRENT = "HX-Current-URL";

    private final Users users;

    LanguageController(Users users) {
        this.users = users;
    }

    @PostMapping("/account/language")
    ResponseEntity<Void> changeLanguage(
            SignedIn me,
            FormInput typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = Language.tagged(typed.text("language"));
        if (chosen.isEmpty()) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
        }
        users.changeOwn(me, me.name(), chosen.get());
        LanguageChoice.store(chosen.get(), request, response);
        return ResponseEntity.noContent().header("HX-Redirect", shown(request)).build();
    }

    /// {@return the address of the page that asks} It is requested anew: if a form was sent to it,
    /// reloading would send the form again.
    private static String shown(HttpServletRequest request) {
        var address = address(request.getHeader(CURRENT));
        var path = Objects.requireNonNullElse(address.getRawPath(), "");
        if (!path.startsWith("/") || path.startsWith("//")) {
            return "/";
        }
        var query = address.getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    /// Browsers leave characters in an address that do not belong there.
    private static URI address(@Nullable String given) {
        try {
            return new URI(given == null ? "/" : given);
        } catch (URISyntaxException _) {
            return URI.create("/");
        }
    }
}
