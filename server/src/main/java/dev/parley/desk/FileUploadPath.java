package dev.parley.desk;

import dev.parley.platform.BodyRule;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Where agents upload files.
@Component
class FileUploadPath implements BodyRule {
    private static final Pattern PATH = Pattern.compile("/desk/conversations/[^/]+/files");

    @Override
    public Optional<Decision> of(String method, String path) {
        return Optional.empty();
    }

    @Override
    public boolean takesFiles(String method, String path) {
        return method.equals("POST") && PATH.matcher(path).matches();
    }
}
