package dev.parley.identity.signin;

import dev.parley.identity.SignedIn;
import dev.parley.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Takes everybody to where they work.
@Controller
class HomeController {
    @GetMapping("/")
    Answer home(SignedIn me) {
        if (me.agent()) {
            return Answer.sendOn("/desk");
        }
        return Answer.sendOn(me.supervisor() ? "/supervision" : "/admin");
    }
}
