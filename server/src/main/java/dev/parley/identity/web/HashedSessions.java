package dev.parley.identity.web;

import dev.parley.platform.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Stores sessions under the hash of their id, so that no one who can read the database can use a
/// session. The id itself is only in the browser's cookie. It is random, so it needs no salt.
final class HashedSessions<S extends Session> implements SessionRepository<HashedSessions.Opened> {
    private final SessionRepository<S> stored;
    private final NextId nextId;

    /// @param nextId provides the ids of the wrapped repository's sessions
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
    @SuppressWarnings("unchecked") // sessions opened here come from this repository
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

    /// {@return the id under which the session with this cookie value is stored}
    static String hash(String id) {
        return Sha256.hex(id, Sha256.BYTES);
    }

    /// Passes an id to the wrapped repository, which requests one when it creates a session or
    /// changes its id.
    static final class NextId {
        private final ThreadLocal<@Nullable String> next = new ThreadLocal<>();

        void set(String id) {
            next.set(id);
        }

        String take() {
            var id = next.get();
            next.remove();
            if (id == null) {
                throw new IllegalStateException("Session ids are created by HashedSessions only");
            }
            return id;
        }
    }

    /// A session under the id in its cookie.
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
        @SuppressWarnings("TypeParameterUnusedInFormals") // required by the interface
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
