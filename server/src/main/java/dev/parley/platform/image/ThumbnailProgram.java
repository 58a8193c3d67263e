package dev.parley.platform.image;

import dev.parley.platform.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The program that decodes pictures: only this package's classes, copied from where the server
/// runs (a nested jar, an unpacked one, a folder of classes), and the JVM options to run it.
///
/// @param folder the folder that the classes are copied to
record ThumbnailProgram(Path folder) {
    private static final String CLASSES =
            "classpath*:" + ThumbnailWorker.class.getPackageName().replace('.', '/') + "/*.class";

    /// The kernel kills it first when memory runs out, it writes no core dump, and its address
    /// space is limited: decoding libraries allocate outside the JVM's heap. The JVM itself takes
    /// 437 MB of address space.
    private static final String CONFINED =
            """
            echo 1000 2>/dev/null >/proc/self/oom_score_adj
            ulimit -c 0 2>/dev/null
            ulimit -v 1048576 2>/dev/null
            exec "$@"
            """;

    private static final List<String> JVM =
            List.of(
                    "-Xms8m",
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:CompressedClassSpaceSize=16m",
                    "-XX:MaxMetaspaceSize=48m",
                    "-XX:ReservedCodeCacheSize=16m",
                    "-XX:MaxDirectMemorySize=4m",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:+DisplayVMOutputToStderr",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-UsePerfData",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    "-Djava.awt.headless=true");

    /// {@return a new process, which inherits nothing of the server's environment}
    Process launch() throws IOException {
        var root = folder.toAbsolutePath();
        PrivateFolder.create(root);
        unpack(root);
        var command = new ArrayList<>(List.of("/bin/sh", "-c", CONFINED, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", root.toString(), ThumbnailWorker.class.getName()));
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void unpack(Path root) throws IOException {
        var target = root.resolve(ThumbnailWorker.class.getPackageName().replace('.', '/'));
        Files.createDirectories(target);
        for (var found : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
            try (var bytes = found.getInputStream()) {
                Files.copy(
                        bytes,
                        target.resolve(Objects.requireNonNull(found.getFilename())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
