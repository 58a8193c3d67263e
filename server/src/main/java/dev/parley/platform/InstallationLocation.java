package dev.parley.platform;

import static dev.parley.platform.InstallationStatus.Sign.ADDRESS;
import static dev.parley.platform.InstallationStatus.Sign.DATABASE;
import static dev.parley.platform.InstallationStatus.Sign.DIRECTORY;
import static dev.parley.platform.InstallationStatus.Sign.MACHINE;

import dev.parley.platform.InstallationStatus.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an installation runs, as far as it can be determined. Unknown parts are null and are not
/// compared.
///
/// @param address its public address
/// @param directory a file in the data directory: a copy of the directory has another one
/// @param machine the machine's own id; null in containers, which are short-lived
/// @param database the PostgreSQL that its rows are in
record InstallationLocation(
        @Nullable String address,
        @Nullable String directory,
        @Nullable String machine,
        @Nullable String database) {
    static final InstallationLocation UNKNOWN = new InstallationLocation(null, null, null, null);

    /// {@return the signs that this may not be the same installation} A directory that was moved
    /// within its file system keeps its files, so its path is no sign.
    List<Sign> changesSince(InstallationLocation before) {
        var signs = new ArrayList<Sign>();
        compare(before.address, address, ADDRESS, signs);
        compare(before.directory, directory, DIRECTORY, signs);
        compare(before.machine, machine, MACHINE, signs);
        compare(before.database, database, DATABASE, signs);
        return signs;
    }

    private static void compare(
            @Nullable String before, @Nullable String now, Sign sign, List<Sign> signs) {
        if (before != null && now != null && !before.equals(now)) {
            signs.add(sign);
        }
    }
}
