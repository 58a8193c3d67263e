package dev.parley.platform.web;

import dev.parley.platform.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The style sheets, scripts and images of the pages.
///
/// The folder part of their address contains one hash over all of them, so that browsers may cache
/// them permanently, and a script can import the modules beside it by a plain relative name.
public final class Assets {
    private static final int HASH_CHARACTERS = 12;

    private final String folder;

    Assets(List<String> patterns) {
        this.folder = "/assets/" + hash(patterns) + "/";
    }

    /// {@return the address of the file with this path below `static/`}
    public String address(String file) {
        return folder + file;
    }

    String folder() {
        return folder;
    }

    private static String hash(List<String> patterns) {
        try {
            var digest = Sha256.digest();
            var files = new PathMatchingResourcePatternResolver();
            for (var pattern : patterns) {
                var found = List.of(files.getResources(pattern));
                for (var file : inOrder(found)) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
        } catch (IOException failure) {
            throw new UncheckedIOException("The files of the pages could not be read", failure);
        }
    }

    private static List<Resource> inOrder(List<Resource> files) {
        return files.stream()
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
    }
}
