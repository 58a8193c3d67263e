# Server and simulator, set up with users and pages, for trying Parley out.

parley_demo() {
    local data=.parley port=8080 simulator_port=8090 host=127.0.0.1
    PAST=true
    while [ $# -gt 0 ]; do
        case $1 in
            --data) need_value "$@" && data=$2 ;;
            --port) need_number "$@" && port=$2 ;;
            --simulator-port) need_number "$@" && simulator_port=$2 ;;
            --host) need_value "$@" && host=$2 ;;
            --help | -h) usage && exit 0 ;;
            --empty)
                PAST=false
                shift
                continue
                ;;
            *) die "Unknown option for demo: $1. See: ./parley help" ;;
        esac
        shift 2
    done
    case $host in 0.0.0.0 | ::) ;; *) PROBED=$host ;; esac
    DATA=$(absolute "$data")
    [ "$port" != "$simulator_port" ] || die "Server and simulator must use different ports."
    require_unused
    require_free "$port" --port
    require_free "$simulator_port" --simulator-port
    prepare
    make_data_directory
    PIDS=""
    trap 'end 0' INT TERM HUP
    say "Starting the server and the simulator"
    start_both "$host" "$port" "$simulator_port"
    await_both "$port" "$simulator_port"
    print_sign_ins
    say "Parley is ready"
    RESTARTS=0
    while kill -0 "$SIMULATOR" 2>/dev/null; do
        kill -0 "$SERVER" 2>/dev/null || restart_server "$host" "$port" "$simulator_port"
        pause 1
    done
    report_exit
}

# The server also refuses a directory in use, but by then its logs would be overwritten.
require_unused() {
    local owner
    owner=$(cat "$DATA/lock" 2>/dev/null) || return 0
    if runs "${owner:-0}" parley-server; then
        die "The data directory $DATA is in use by another Parley (process $owner):" \
            "stop it first, or choose another directory with --data."
    fi
}

# {0 when this process is alive and its command line holds this text}
runs() {
    case $(ps -p "$1" -o args= 2>/dev/null) in *"$2"*) return 0 ;; *) return 1 ;; esac
}

make_data_directory() {
    (umask 077 && mkdir -p "$DATA/logs") || die "$DATA is not writable: choose another directory with --data."
    local name
    for name in server simulator; do
        [ ! -f "$DATA/logs/$name.log" ] || mv "$DATA/logs/$name.log" "$DATA/logs/$name.log.1"
    done
    touch "$DATA/logs/started"
}

# {0 when the server has written the sign-ins since this start}
is_set_up() {
    [ "$DATA/demo.env" -nt "$DATA/logs/started" ]
}

start_both() {
    start_simulator "$1" "$3"
    start_server "$1" "$2" "$3"
}

# Ctrl-C reaches only this script, not the programs that bash starts in the background.
start_simulator() {
    load_run_line simulator
    "${RUN[@]}" "--server.port=$2" "--server.address=$1" \
        >"$DATA/logs/simulator.log" 2>&1 </dev/null &
    SIMULATOR=$!
    PIDS=$SIMULATOR
}

start_server() {
    load_run_line server
    "${RUN[@]}" --parley.mode=demo "--parley.data=$DATA" \
        "--server.port=$2" "--server.address=$1" "--parley.public-url=http://localhost:$2" \
        "--parley.messenger.graph-url=http://localhost:$3" \
        "--parley.demo.simulator-url=http://localhost:$3" "--parley.demo.env-file=$DATA/demo.env" \
        "--parley.demo.past=$PAST" \
        >>"$DATA/logs/server.log" 2>&1 </dev/null &
    SERVER=$!
    PIDS="$SERVER $SIMULATOR"
    SERVER_STARTED=$SECONDS
}

# A server that keeps exiting within a minute is started five more times.
restart_server() {
    [ $((SECONDS - SERVER_STARTED)) -lt 60 ] || RESTARTS=0
    [ "$RESTARTS" -lt 5 ] || report_exit
    RESTARTS=$((RESTARTS + 1))
    say "The server exited unexpectedly and is started again; its log is $DATA/logs/server.log"
    start_server "$@"
}

await_both() {
    local deadline=$((SECONDS + 900))
    until is_set_up && answers "$1" /actuator/health/readiness &&
        answers "$2" /simulator/state; do
        all_alive || report_exit
        if [ "$SECONDS" -ge "$deadline" ]; then
            say "Parley was not ready after 15 minutes. On a busy machine, run the same command again."
            show_log_end server
            show_log_end simulator
            end 1
        fi
        pause 0.1
    done
}

print_sign_ins() (
    # shellcheck disable=SC1091
    . "$DATA/demo.env"
    say "" \
        && say "  Agents sign in at   $PARLEY_URL/desk        as $AGENT_USER, password $AGENT_PASSWORD" \
        && say "                                                    or $COLLEAGUE_USER, password $COLLEAGUE_PASSWORD" \
        && say "  The supervisor      $PARLEY_URL/supervision as $SUPERVISOR_USER, password $SUPERVISOR_PASSWORD" \
        && say "  The administrator   $PARLEY_URL/admin       as $ADMIN_USER, password $ADMIN_PASSWORD" \
        && say "  Customers write at  $SIMULATOR_URL" \
        && say "  Also saved, with keys for programs, in $DATA/demo.env" \
        && say ""
)

all_alive() {
    kill -0 "$SERVER" 2>/dev/null && kill -0 "$SIMULATOR" 2>/dev/null
}

# Reports which program exited, with the end of its log.
report_exit() {
    local name=simulator
    kill -0 "$SERVER" 2>/dev/null || name=server
    say "$name exited unexpectedly."
    show_log_end "$name"
    end 1
}

show_log_end() {
    say "Last lines of $DATA/logs/$1.log:"
    tail -n 25 "$DATA/logs/$1.log"
}

# A sleep that a signal can cut short.
pause() {
    sleep "$1" &
    wait $! 2>/dev/null || true
}

end() {
    trap '' INT TERM HUP
    local pid deadline=$((SECONDS + 60))
    for pid in $PIDS; do kill "$pid" 2>/dev/null || true; done
    for pid in $PIDS; do
        while kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.1; done
        kill -9 "$pid" 2>/dev/null || true
    done
    end_orphaned_database
    [ "$1" -ne 0 ] || say "Parley has stopped."
    exit "$1"
}

# A server that was killed could not stop its database. (The next start would also stop it.)
end_orphaned_database() {
    local first
    first=$(head -n 1 "$DATA/postgres/postmaster.pid" 2>/dev/null) || return 0
    if runs "${first:-0}" "$DATA/postgres"; then
        kill -INT "$first" 2>/dev/null || true
    fi
}
