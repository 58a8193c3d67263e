# Builds the programs when they are older than their sources, unpacks them, and builds a start-up
# cache (an AOT cache of the JVM) in a training run, so that later starts are fast.

LAUNCH=$ROOT/target/launcher
# Training and running use the same flags: a cache fits only the JVM that created it.
SERVER_FLAGS="-Xms64m -Xmn32m -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxMetaspaceSize=256m -XX:ReservedCodeCacheSize=64m -Xss512k -XX:TrimNativeHeapInterval=10000 -XX:+ExitOnOutOfMemoryError -Dspring.aot.enabled=true"
SIMULATOR_FLAGS="-Xms32m -Xmx128m -XX:+UseSerialGC -XX:ReservedCodeCacheSize=48m -Xss512k -XX:+ExitOnOutOfMemoryError"

flags_of() {
    case $1 in
        server) printf '%s\n' "$SERVER_FLAGS" ;;
        *) printf '%s\n' "$SIMULATOR_FLAGS" ;;
    esac
}

# {0 when a program has changed since it was built}
is_stale() {
    [ -f "$LAUNCH/built" ] || return 0
    local program
    for program in server simulator; do
        [ -f "$ROOT/$program/target/parley-$program.jar" ] || return 0
    done
    [ -n "$(find "$ROOT/pom.xml" "$ROOT/server/pom.xml" "$ROOT/simulator/pom.xml" \
        "$ROOT/server/src/main" "$ROOT/simulator/src/main" -newer "$LAUNCH/built" | head -n 1)" ]
}

# Runs a long command: its output goes to a file and is shown only when it fails.
quietly() {
    local what=$1 log=$2 from=$SECONDS
    shift 2
    say "$what"
    printf '  in progress; details in %s … ' "$log"
    if "$@" >"$log" 2>&1 </dev/null; then
        say "$((SECONDS - from)) s"
    else
        say "failed"
        tail -n 40 "$log" >&2
        die "" "The full output is in $log"
    fi
}

# Makes sure that the programs are built and unpacked and have a start-up cache.
prepare() {
    find_java
    mkdir -p "$LAUNCH"
    if is_stale; then
        touch "$LAUNCH/building"
        quietly "Building Parley, which takes 1 to 4 minutes. Only done again when its sources change." \
            "$LAUNCH/build.log" build
        mv "$LAUNCH/building" "$LAUNCH/built"
    fi
    unpack server
    unpack simulator
    train
}

build() {
    (cd "$ROOT" && ./mvnw -q -B -Dmaven.test.skip=true -pl server,simulator -am package) &&
        remember server && remember simulator
}

# The folder is named by the content, so a running program is never overwritten.
remember() {
    cksum <"$ROOT/$1/target/parley-$1.jar" | cut -d ' ' -f 1 >"$LAUNCH/$1.key"
}

home_of() {
    printf '%s/%s-%s\n' "$LAUNCH" "$1" "$(cat "$LAUNCH/$1.key")"
}

jar_of() {
    printf '%s/parley-%s.jar\n' "$(home_of "$1")" "$1"
}

cache_of() {
    printf '%s/%s.aot\n' "$(home_of "$1")" "$(printf '%s' "$JAVA_HOME" | tr -c 'A-Za-z0-9.' '_')"
}

unpack() {
    local home
    home=$(home_of "$1")
    [ ! -d "$home" ] || return 0
    find "$LAUNCH" -maxdepth 1 -name "$1-*" -mtime +1 -exec rm -rf {} +
    rm -rf "$home.new"
    "$JAVA" -Djarmode=tools -jar "$ROOT/$1/target/parley-$1.jar" extract --destination "$home.new" \
        >/dev/null
    mv "$home.new" "$home"
}

# Prints the command that runs a program, one word per line, with its cache if there is one.
run_line() {
    local cache
    cache=$(cache_of "$1")
    printf '%s\n' "$JAVA"
    # shellcheck disable=SC2046,SC2086
    printf '%s\n' $(flags_of "$1")
    [ ! -s "$cache" ] || printf '%s\n' "-XX:AOTCache=$cache"
    # shellcheck disable=SC2086
    [ -z "${PARLEY_JAVA_OPTIONS:-}" ] || printf '%s\n' $PARLEY_JAVA_OPTIONS
    printf '%s\n' -jar "$(jar_of "$1")"
}

# Fills RUN with the words of that command.
load_run_line() {
    RUN=()
    local word
    while IFS= read -r word; do RUN+=("$word"); done <<LINE
$(run_line "$1")
LINE
}

train() {
    local missing=""
    local program
    for program in server simulator; do
        is_trained "$program" || missing="$missing $program"
    done
    [ -n "$missing" ] || return 0
    rm -rf "$LAUNCH"/train.??????
    local from=$SECONDS
    say "Creating the start-up cache, which takes 1 to 4 minutes. Only done once for each build."
    printf '  in progress; details in %s … ' "$LAUNCH/train-*.log"
    local trainers=""
    for program in $missing; do
        train_one "$program" >"$LAUNCH/train-$program.log" 2>&1 </dev/null &
        trainers="$trainers $!"
    done
    # shellcheck disable=SC2064,SC2086
    trap "kill $trainers 2>/dev/null; wait; exit 130" INT TERM HUP
    wait
    trap - INT TERM HUP
    say "$((SECONDS - from)) s"
    for program in $missing; do
        if [ ! -s "$(cache_of "$program")" ]; then
            : >"$(cache_of "$program")"
            say "Cache not built for $program (see $LAUNCH/train-$program.log); continuing without it."
        fi
    done
}

# {0 when there is a cache, or building it failed within the last hour, which an empty file marks}
is_trained() {
    local cache
    cache=$(cache_of "$1")
    [ -s "$cache" ] || [ -n "$(find "$cache" -mmin -60 2>/dev/null)" ]
}

# Starts a program with a temporary database, has it do its work for a while, and stops it: the JVM
# writes the cache when it exits.
train_one() {
    local program=$1 scratch port pid helper=""
    scratch=$(mktemp -d "$LAUNCH/train.XXXXXX")
    port=$(a_free_port)
    case $program in
        server) start_training_server "$scratch" "$port" ;;
        *)
            # shellcheck disable=SC2046
            "$JAVA" $(flags_of "$program") "-XX:AOTCacheOutput=$scratch/cache" \
                -jar "$(jar_of "$program")" "--server.port=$port" --server.address=127.0.0.1 &
            pid=$!
            ;;
    esac
    # shellcheck disable=SC2086
    trap 'kill $pid $helper 2>/dev/null; wait; rm -rf "$scratch"; exit 1' TERM
    if await_training "$program" "$port" "$pid" "$scratch"; then
        kill "$pid" && wait "$pid" || true
        [ ! -s "$scratch/cache" ] || mv "$scratch/cache" "$(cache_of "$program")"
    else
        kill "$pid" 2>/dev/null && wait "$pid" || true
    fi
    # shellcheck disable=SC2086
    [ -z "$helper" ] || kill $helper 2>/dev/null || true
    rm -rf "$scratch"
}

# A demo server with a simulator beside it: customers and agents of the training use it.
start_training_server() {
    local simulator_port
    simulator_port=$(a_free_port)
    # shellcheck disable=SC2046
    "$JAVA" $(flags_of simulator) -jar "$(jar_of simulator)" "--server.port=$simulator_port" \
        --server.address=127.0.0.1 &
    helper=$!
    # shellcheck disable=SC2046
    "$JAVA" $(flags_of server) "-XX:AOTCacheOutput=$1/cache" -jar "$(jar_of server)" \
        "--server.port=$2" --server.address=127.0.0.1 "--parley.data=$1/data" \
        --parley.mode=demo "--parley.public-url=http://localhost:$2" \
        "--parley.messenger.graph-url=http://localhost:$simulator_port" \
        "--parley.demo.simulator-url=http://localhost:$simulator_port" \
        "--parley.demo.env-file=$1/demo.env" &
    pid=$!
}

await_training() {
    local deadline=$((SECONDS + 240)) path
    until is_ready "$1" "$2" "$4"; do
        kill -0 "$3" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.2
    done
    for path in / /sign-in /desk /webhooks/facebook/none /api/v1/openapi.json /actuator/prometheus; do
        answers "$2" "$path" || true
    done
    [ "$1" != server ] || "$JAVA" "$ROOT/launcher/Training.java" "$4/demo.env"
}

is_ready() {
    case $1 in
        server) [ -s "$3/demo.env" ] && answers "$2" /actuator/health/readiness ;;
        *) is_listening "$2" ;;
    esac
}
