package dev.parley.simulator.graph;

import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Every call of Graph that the simulator does not know: another path, or another method.
@RestController
class ElsewhereController {
    private static final Pattern NODE =
            Pattern.compile("/(me|app|\\d+|\\d+_\\d+|[tm]_[^/]+|debug_token|oauth|dialog)(/.*)?");

    @RequestMapping("/**")
    void elsewhere(GraphCall call) {
        if (call.path().equals(GraphAddress.ROOT)) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), ""));
        }
        var node = NODE.matcher(call.path());
        if (!node.matches()) {
            throw new GraphRefusal(GraphErrors.noAlias(call.path().replaceAll("^/|/.*", "")));
        }
        var rest = node.group(2);
        var isQuestion = call.method().equals("GET") || call.method().equals("HEAD");
        throw new GraphRefusal(
                isQuestion && rest != null
                        ? GraphErrors.unknownPath(rest)
                        : GraphErrors.noObject(call.method(), node.group(1)));
    }
}
