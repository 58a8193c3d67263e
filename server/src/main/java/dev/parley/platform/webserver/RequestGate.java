package dev.parley.platform.webserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.BodyRule.Decision;
import dev.parley.platform.BodyRule.Limited;
import dev.parley.platform.BodyRule.Refused;
import dev.parley.platform.DatabaseOutage;
import dev.parley.platform.DirectEndpoint.Answer;
import dev.parley.platform.LogInterval;
import dev.parley.platform.webserver.BodyCollection.Outcome;
import dev.parley.platform.webserver.ObservedExchange.ObservedRequest;
import dev.parley.platform.webserver.ObservedExchange.ObservedResponse;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The entry point of every request: its body is collected first. Then a [DirectEndpoint] answers
/// it, or the servlet container, which processes a limited number of requests concurrently.
final class RequestGate extends Handler.Wrapper {
    private static final Logger log = LoggerFactory.getLogger(RequestGate.class);
    private static final int PROBES = 8;
    private static final HttpField PLAIN_TEXT =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain;charset=UTF-8");
    private static final HttpField NO_SNIFFING =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private final WebServerSettings settings;
    private final BodyRules rules;
    private final DirectEndpoints directEndpoints;
    private final Connections connections;
    private final BodyBudget budget;
    private final Clients callers = new Clients();
    private final LogInterval refusals = new LogInterval();
    private final RequestQueue queue;

    /// For health checks, which are answered while all other requests wait, for example for a
    /// frozen database.
    private final RequestQueue probes;

    RequestGate(
            WebServerSettings settings,
            BodyRules rules,
            DirectEndpoints directEndpoints,
            Connections connections) {
        this.settings = settings;
        this.rules = rules;
        this.directEndpoints = directEndpoints;
        this.connections = connections;
        this.budget = new BodyBudget(settings.bodyBytes());
        this.queue = new RequestQueue(settings.requests(), this::execute);
        this.probes = new RequestQueue(PROBES, this::execute);
    }

    private void execute(Runnable task) {
        getServer().getThreadPool().execute(task);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        watch(getServer().getScheduler(), new SlowClients(connections, settings));
    }

    private void watch(Scheduler scheduler, SlowClients slowClients) {
        scheduler.schedule(
                () -> {
                    if (isRunning()) {
                        watch(scheduler, slowClients);
                        getServer().getThreadPool().execute(slowClients);
                    }
                },
                1,
                TimeUnit.SECONDS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var exchange = begin(request);
        var asked = new ObservedRequest(request, exchange);
        var answered = new ObservedResponse(asked, response, exchange);
        var visit =
                new Visit(exchange, asked, answered, new LingeringClose(asked, exchange, callback));
        if (exchange.client.requests.get() > settings.perAddress()) {
            visit.refuse(Refusal.TOO_MANY);
        } else if (BodyRules.isEncoded(request)) {
            visit.refuse(Refusal.ENCODED);
        } else if (BodyRules.hasUnknownCoding(request)) {
            visit.refuse(Refusal.UNKNOWN_CODING);
        } else if (!BodyRules.hasBody(request) || rules.isUpload(request)) {
            visit.enter(asked);
        } else {
            switch (ruling(request)) {
                case Refused(var status, var words) -> visit.refuse(new Refusal(status, words));
                case Limited(var most) when request.getLength() > most ->
                        visit.refuse(Refusal.tooLarge(most));
                case Limited(var most) -> visit.collect(most);
            }
        }
        return true;
    }

    private Decision ruling(Request request) {
        try {
            return rules.of(request);
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.is(failure)) {
                log.warn("The body limit of a request could not be determined", failure);
            }
            return new Refused(Refusal.BUSY.status(), Refusal.BUSY.message());
        }
    }

    private Exchange begin(Request request) {
        var exchange =
                new Exchange(
                        request.getConnectionMetaData().getConnection(),
                        callers.begins(request),
                        BodyRules.isProbe(request) ? probes : queue);
        connections.begins(exchange);
        Request.addCompletionListener(
                request,
                _ -> {
                    connections.ends(exchange);
                    callers.ends(exchange.client);
                });
        return exchange;
    }

    private boolean next(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    /// One incoming request.
    private final class Visit {
        private final Exchange exchange;
        private final ObservedRequest asked;
        private final ObservedResponse answered;
        private final Callback callback;

        Visit(
                Exchange exchange,
                ObservedRequest asked,
                ObservedResponse answered,
                Callback callback) {
            this.exchange = exchange;
            this.asked = asked;
            this.answered = answered;
            this.callback = callback;
        }

        void refuse(Refusal refusal) {
            if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE_503 && refusals.isDue()) {
                log.warn("Requests are refused, the latest because: {}", refusal.message());
            }
            refusal.send(asked, answered, callback);
        }

        void lose(Throwable failure) {
            callback.failed(new EofException(failure));
        }

        void collect(int most) {
            var collection =
                    new BodyCollection(
                            asked,
                            exchange,
                            budget,
                            most,
                            getServer().getThreadPool(),
                            new Outcome(this::enter, this::refuse, this::lose));
            Request.addCompletionListener(asked, _ -> collection.release());
            collection.run();
        }

        void enter(Request request) {
            try {
                directEndpoints
                        .handle(request)
                        .ifPresentOrElse(this::respondWhenKnown, () -> queue(request));
            } catch (Throwable failure) {
                Response.writeError(request, answered, callback, failure);
            }
        }

        /// Jetty would give up an idle connection. The client waits, and [SlowClients] watches it.
        private void respondWhenKnown(CompletionStage<Answer> answer) {
            asked.addIdleTimeoutListener(_ -> false);
            answer.whenComplete(this::respond);
        }

        private void respond(@Nullable Answer answer, @Nullable Throwable failure) {
            if (answer == null) {
                Response.writeError(asked, answered, callback, failure);
                return;
            }
            answered.setStatus(answer.status());
            answered.getHeaders().put(PLAIN_TEXT).put(NO_SNIFFING);
            answered.write(true, UTF_8.encode(answer.text()), callback);
        }

        private void queue(Request request) {
            switch (exchange.queue.acquire(() -> work(request))) {
                case ADMITTED -> work(request);
                case REJECTED -> refuse(Refusal.BUSY);
                case QUEUED -> {}
            }
        }

        private void work(Request request) {
            exchange.startsWork();
            try {
                if (!next(request, answered, callback)) {
                    Response.writeError(request, answered, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception failure) {
                Response.writeError(request, answered, callback, failure);
            } finally {
                exchange.markStreaming();
                exchange.endsWork();
            }
        }
    }
}
