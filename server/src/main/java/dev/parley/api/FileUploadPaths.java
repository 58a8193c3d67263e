package dev.parley.api;

import dev.parley.platform.BodyRule;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Where programs upload files.
@Component
class FileUploadPaths implements BodyRule {
    private static final Pattern PATHS =
            Pattern.compile("/api/v1/(attachments|conversations/[^/]+/messages)");

    @Override
    public Optional<Decision> of(String method, String path) {
        return Optional.empty();
    }

    @Override
    public boolean takesFiles(String method, String path) {
        return method.equals("POST") && PATHS.matcher(path).matches();
    }
}
