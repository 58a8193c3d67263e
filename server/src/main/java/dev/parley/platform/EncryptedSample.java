package dev.parley.platform;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A sample encrypted with the key of this installation. It is stored as soon as anything is
/// encrypted, so that the start detects a lost or wrong key before anything fails because of it.
@Repository
class EncryptedSample {
    private static final String FIND =
            "select sealed_sample from installation where sealed_sample is not null";

    private static final String KEEP =
            "update installation set sealed_sample = :sealed where sealed_sample is null";

    private final JdbcClient jdbc;

    EncryptedSample(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the sample; empty if nothing was ever encrypted}
    Optional<byte[]> find() {
        return jdbc.sql(FIND).query((row, _) -> row.getBytes("sealed_sample")).optional();
    }

    void storeIfAbsent(byte[] sealed) {
        jdbc.sql(KEEP).param("sealed", sealed).update();
    }
}
