package dev.parley.identity.signin;

import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Takes everybody to where they work. Supervisors watch from the desk until they have an area of
/// their own.
@Controller
class HomeController {
    @GetMapping("/")
    Answer home(SignedIn me) {
        return Answer.sendOn(me.agent() || me.supervisor() ? "/desk" : "/admin");
    }
}
