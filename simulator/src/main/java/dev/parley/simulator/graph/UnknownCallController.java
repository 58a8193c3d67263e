package dev.parley.simulator.graph;

import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Refuses Graph calls with an unknown path or method.
@RestController
class UnknownCallController {
    private static final Pattern NODE =
            Pattern.compile("/(me|app|\\d+|\\d+_\\d+|[tm]_[^/]+|debug_token|oauth|dialog)(/.*)?");

    @RequestMapping("/**")
    void unknown(GraphCall call) {
        if (call.path().equals(GraphAddress.ROOT)) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), ""));
        }
        var node = NODE.matcher(call.path());
        if (!node.matches()) {
            throw new GraphRefusal(GraphErrors.noAlias(call.path().replaceAll("^/|/.*", "")));
        }
        var rest = node.group(2);
        var isRead = call.method().equals("GET") || call.method().equals("HEAD");
        throw new GraphRefusal(
                isRead && rest != null
                        ? GraphErrors.unknownPath(rest)
                        : GraphErrors.noObject(call.method(), node.group(1)));
    }
}
