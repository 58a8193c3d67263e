package dev.parley.attachment;

import dev.parley.channel.Attachment;
import dev.parley.channel.Blob;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;

/// Looks at the bytes of a file, whatever anybody called it. What runs when it is opened is
/// blocked, by its bytes or by its name. Pages and drawings that could hold a script are kept, but
/// only ever handed out as a download.
final class Inspection {
    private static final Tika tika = new Tika();

    /// Tika looks at no more.
    private static final int TOLD_BY = 64 * 1024;

    private static final MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();

    private static final List<MediaType> BLOCKED_TYPES =
            List.of(
                    MediaType.application("x-dosexec"),
                    MediaType.application("x-msdownload"),
                    MediaType.application("x-elf"),
                    MediaType.application("x-mach-o"),
                    MediaType.application("x-sh"),
                    MediaType.application("x-bat"),
                    MediaType.application("x-ms-installer"),
                    MediaType.application("x-ms-shortcut"),
                    MediaType.application("java-archive"),
                    MediaType.application("java-vm"),
                    MediaType.application("x-apple-diskimage"),
                    MediaType.application("javascript"),
                    MediaType.text("javascript"),
                    MediaType.text("x-vbscript"));

    private static final Set<String> BLOCKED_EXTENSIONS =
            Set.of(
                    ("ade adp apk app appimage application appref-ms bash bat cab chm cmd com cpl"
                                    + " csh deb diagcab dll dmg exe gadget hlp hta inf ins iso isp jar jnlp js"
                                    + " jse lib lnk mde mjs msc msh msi msix msp mst nsh pif pkg ps1 ps2 psc1"
                                    + " psm1 reg rpm run scf scr sct settingcontent-ms sh shb shs sys url vb"
                                    + " vbe vbs vhd vhdx vxd wsc wsf wsh xll zsh")
                            .split(" "));

    /// Names that browsers know, for what the bytes are called elsewhere.
    private static final Map<String, String> USUAL_NAMES =
            Map.of(
                    "audio/vnd.wave", "audio/wav",
                    "audio/x-wav", "audio/wav",
                    "audio/vorbis", "audio/ogg",
                    "audio/opus", "audio/ogg",
                    "audio/x-flac", "audio/flac",
                    "audio/x-aac", "audio/aac",
                    "audio/x-m4a", "audio/mp4",
                    "application/mp4", "video/mp4",
                    "video/x-m4v", "video/mp4");

    private Inspection() {}

    /// @param name what the channel calls the file, and `title` what the message does
    static Checked of(
            Blob content,
            @Nullable String name,
            @Nullable String title,
            Attachment.Type declaredType) {
        var type = type(content, name == null ? title : name, declaredType);
        if (isBlocked(type) || isBlockedName(name) || isBlockedName(title)) {
            return new Checked.Blocked(type);
        }
        return new Checked.Safe(
                content,
                type,
                FileNames.best(title, name, type, declaredType),
                Darkroom.look(content, type).orElse(null));
    }

    private static String type(Blob content, @Nullable String name, Attachment.Type declaredType) {
        var found = tika.detect(content.head(TOLD_BY), name == null ? "" : FileNames.clean(name));
        var usual = USUAL_NAMES.getOrDefault(found, found);
        // A voice message comes in the same wrapping as a video.
        return declaredType == Attachment.Type.AUDIO && usual.equals("video/mp4")
                ? "audio/mp4"
                : usual;
    }

    private static boolean isBlocked(String type) {
        var found = MediaType.parse(type);
        return BLOCKED_TYPES.stream()
                .anyMatch(blocked ->
                        blocked.equals(found) || types.isSpecializationOf(found, blocked));
    }

    /// Windows does not see dots and spaces at the end.
    private static boolean isBlockedName(@Nullable String name) {
        if (name == null) {
            return false;
        }
        var visible = FileNames.clean(name).replaceFirst("[. ]+$", "");
        var extension = visible.substring(visible.lastIndexOf('.') + 1);
        return BLOCKED_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
    }
}
