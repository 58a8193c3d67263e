package dev.parley.contact.web;

import dev.parley.platform.BodyRule;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Where files with contacts are uploaded.
@Component
class ContactImportPaths implements BodyRule {
    private static final Set<String> PATHS = Set.of("/customers/import", "/customers/import/check");

    @Override
    public Optional<Decision> of(String method, String path) {
        return Optional.empty();
    }

    @Override
    public boolean takesFiles(String method, String path) {
        return method.equals("POST") && PATHS.contains(path);
    }
}
