package dev.parley.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Detects files that run something, or fetch and run something, when they are opened on a desktop:
/// by their name or by their bytes.
final class ExecutableFiles {
    private static final Set<String> EXTENSIONS =
            words(
                    """
                    accda accde accdr ade adp apk app appcontent-ms appimage appinstaller
                    application applescript appref-ms appx appxbundle avhd avhdx bas bash bat cab
                    cdxml chm class cmd com command cpl crx csh deb desktop deskthemepack dex
                    diagcab diagcfg diagpkg dll dmg docm dotm drv ear efi esd exe fileloc fish flatpak
                    flatpakref flatpakrepo fxp gadget grp hlp hpj hta htb ica img inetloc inf ins
                    iqy iso isp isu its jar jnlp job js jse kext ksh lib library-ms lnk
                    mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mjs
                    mobileconfig mpkg msc msh msh1 msh1xml msh2 msh2xml mshxml msi msix msixbundle
                    msp mst msu nrg nsh ocx oqy osax osd oxt pcd pif pkg pl plg potm ppa ppam
                    ppsm pptm prefpane prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1
                    psdm1 psm1 pssc py pyc pyo pyw pyz pyzw qcow2 rb rdp reg rpm rqy run scf scpt
                    scptd scr sct search-ms searchconnector-ms service settingcontent-ms sh shb shs
                    slk sldm snap so swm sys terminal theme themepack tool u3p udf udl url vb vbe
                    vbp vbs vdi vhd vhdset vhdx vmdk vsmacros vsto vsix vsw vxd wbk webloc
                    webpnp website wim wiz wll workflow ws wsb wsc wsf wsh xap xbap xla xlam xll
                    xlm xlsb xlsm xltm xnk xpi zsh
                    """);

    /// At the very beginning, exactly.
    private static final List<String> BEGINNINGS =
            List.of(
                    "#!",
                    "MZ",
                    "MSCF",
                    "ITSF",
                    "ID;P",
                    "MSWIM\0\0\0",
                    "vhdxfile",
                    "conectix",
                    "KDMV",
                    "QFI\u00fb",
                    "dex\n",
                    "L\0\0\0\1\24\2\0");

    /// At the beginning of a text, after spaces, in upper or lower case.
    private static final List<String> FIRST_WORDS =
            List.of(
                    "[desktop entry]",
                    "[internetshortcut",
                    "[shell]",
                    "[autorun]",
                    "[theme]",
                    "[unit]",
                    "[flatpak",
                    "regedit4",
                    "windows registry editor",
                    "screen mode id:i:",
                    "full address:s:",
                    "alternate full address:s:",
                    "[wfclient]");

    /// The first elements of documents.
    private static final List<String> ELEMENTS =
            List.of(
                    "<librarydescription",
                    "<persistedquery",
                    "<searchconnectordescription",
                    "<pcsettings",
                    "<jnlp",
                    "<hta:application",
                    "<asmv1:assembly",
                    "<appinstaller",
                    "<scriptlet",
                    "<job ",
                    "<package><job",
                    "<psconsolefile",
                    "<mmc_consolefile");

    private static final int ISO_AT = 0x8001;
    private static final int HEAD = 4096;
    private static final int ZIP = 0x504b0304;
    private static final int OLE = 0xd0cf11e0;

    private ExecutableFiles() {}

    /// @param name without invisible characters
    static boolean isByName(String name) {
        // Windows ignores dots and spaces at the end.
        var visible = name.replaceFirst("[. ]+$", "");
        var extension = visible.substring(visible.lastIndexOf('.') + 1);
        return EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
    }

    static boolean isByContent(byte[] bytes) {
        return BEGINNINGS.stream().anyMatch(one -> has(bytes, 0, one, ISO_8859_1))
                || isDisk(bytes)
                || hasMacros(bytes)
                || isShortcut(head(bytes));
    }

    /// ISO 9660, UDF, and the footer of a fixed virtual disk.
    private static boolean isDisk(byte[] bytes) {
        return has(bytes, ISO_AT, "CD001", ISO_8859_1)
                || has(bytes, ISO_AT, "BEA01", ISO_8859_1)
                || has(bytes, bytes.length - 512, "conectix", ISO_8859_1);
    }

    /// Office macros, in the newer and the older container format.
    private static boolean hasMacros(byte[] bytes) {
        return switch (first(bytes)) {
            case ZIP -> contains(bytes, "vbaProject.bin", ISO_8859_1);
            case OLE -> contains(bytes, "_VBA_PROJECT", UTF_16LE);
            default -> false;
        };
    }

    private static boolean isShortcut(String head) {
        var text = head.strip().toLowerCase(Locale.ROOT);
        return FIRST_WORDS.stream().anyMatch(text::startsWith)
                || (text.startsWith("<") && ELEMENTS.stream().anyMatch(text::contains));
    }

    /// The beginning as text, in any encoding.
    private static String head(byte[] bytes) {
        var length = Math.min(bytes.length, HEAD);
        if (has(bytes, 0, "\u00ff\u00fe", ISO_8859_1)) {
            return new String(bytes, 2, length - 2, UTF_16LE);
        }
        if (has(bytes, 0, "\u00fe\u00ff", ISO_8859_1)) {
            return new String(bytes, 2, length - 2, UTF_16BE);
        }
        var mark = has(bytes, 0, "\u00ef\u00bb\u00bf", ISO_8859_1) ? 3 : 0;
        return new String(bytes, mark, length - mark, ISO_8859_1);
    }

    private static int first(byte[] bytes) {
        var four = 0;
        for (var at = 0; at < 4 && at < bytes.length; at++) {
            four = (four << 8) | (bytes[at] & 0xff);
        }
        return four;
    }

    private static boolean contains(byte[] bytes, String text, Charset charset) {
        var sought = text.getBytes(charset);
        for (var at = 0; at <= bytes.length - sought.length; at++) {
            if (bytes[at] == sought[0] && has(bytes, at, sought)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(byte[] bytes, int at, String text, Charset charset) {
        return has(bytes, at, text.getBytes(charset));
    }

    private static boolean has(byte[] bytes, int at, byte[] sought) {
        if (at < 0 || at + sought.length > bytes.length) {
            return false;
        }
        for (var place = 0; place < sought.length; place++) {
            if (bytes[at + place] != sought[place]) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
