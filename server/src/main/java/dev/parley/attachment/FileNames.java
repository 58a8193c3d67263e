package dev.parley.attachment;

import dev.parley.channel.Attachment;
import dev.parley.channel.FileTitle;
import dev.parley.platform.StorableText;
import java.util.Locale;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// Safe names for files, which cannot trick a file system or a reader.
final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {}

    /// {@return the first usable of these names, with an extension; else a generated one}
    static String best(
            @Nullable String title,
            @Nullable String name,
            String contentType,
            Attachment.Type declaredType) {
        var given = title != null && hasExtension(clean(title)) ? title : name;
        var cleaned = given == null ? "" : clean(given);
        if (cleaned.isEmpty()) {
            cleaned = declaredType.name().toLowerCase(Locale.ROOT);
        }
        return hasExtension(cleaned) ? cleaned : cleaned + extension(contentType);
    }

    /// {@return the name without folders, and without characters that are invisible or reverse the
    /// text direction}
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var visible = FileTitle.visible(last).replaceAll("[<>:\"|?*]", "").strip();
        var withoutDots = visible.replaceFirst("^\\.+", "");
        return withoutDots.length() <= LONGEST ? withoutDots : shortened(withoutDots);
    }

    private static String shortened(String name) {
        var end = name.substring(name.length() - 20);
        var dot = end.lastIndexOf('.');
        return StorableText.shortened(name, LONGEST - 20) + (dot < 0 ? "" : end.substring(dot));
    }

    private static boolean hasExtension(String name) {
        return name.matches(".+\\.[A-Za-z0-9]{1,10}");
    }

    private static String extension(String contentType) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(contentType).getExtension();
        } catch (MimeTypeException _) {
            return "";
        }
    }
}
