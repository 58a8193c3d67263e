package dev.parley.identity.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Stores sessions under the hash of their id, so that whoever reads the database can sign in as
/// nobody. The id itself is only in the browser's cookie. It is random, so it needs no salt.
final class HashedSessions<S extends Session> implements SessionRepository<HashedSessions.Opened> {
    private final SessionRepository<S> stored;
    private final NextId nextId;

    /// @param nextId what the other repository names its sessions by
    HashedSessions(SessionRepository<S> stored, NextId nextId) {
        this.stored = stored;
        this.nextId = nextId;
    }

    @Override
    public Opened createSession() {
        var id = randomId();
        nextId.set(hash(id));
        return new Opened(id, stored.createSession(), nextId);
    }

    @Override
    @SuppressWarnings("unchecked") // what was opened here came from there
    public void save(Opened session) {
        stored.save((S) session.stored);
    }

    @Override
    public @Nullable Opened findById(String id) {
        var found = stored.findById(hash(id));
        return found == null ? null : new Opened(id, found, nextId);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(hash(id));
    }

    private static String randomId() {
        return UUID.randomUUID().toString();
    }

    /// {@return under which id the session with this one in its cookie is stored}
    static String hash(String id) {
        try {
            var hashed = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return HexFormat.of().formatHex(hashed);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JVM has SHA-256", missing);
        }
    }

    /// Hands an id to the repository below, which asks for one while it makes or renames a session.
    static final class NextId {
        private final ThreadLocal<@Nullable String> next = new ThreadLocal<>();

        void set(String id) {
            next.set(id);
        }

        String take() {
            var id = next.get();
            next.remove();
            if (id == null) {
                throw new IllegalStateException("A session was named by somebody else");
            }
            return id;
        }
    }

    /// A session as its browser knows it.
    static final class Opened implements Session {
        private final Session stored;
        private final NextId nextId;
        private String id;

        private Opened(String id, Session stored, NextId nextId) {
            this.id = id;
            this.stored = stored;
            this.nextId = nextId;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String changeSessionId() {
            var changed = randomId();
            nextId.set(hash(changed));
            stored.changeSessionId();
            id = changed;
            return changed;
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            stored.setLastAccessedTime(at);
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
