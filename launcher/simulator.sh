# The simulator alone, in the foreground.

parley_simulator() {
    local settings=(--server.port=8090 --server.address=127.0.0.1)
    while [ $# -gt 0 ]; do
        case $1 in
            --port) need_number "$@" && settings+=("--server.port=$2") && shift 2 ;;
            --host) need_value "$@" && settings+=("--server.address=$2") && shift 2 ;;
            --*=*) settings+=("$1") && shift ;;
            *) die "simulator does not know $1. See: ./parley help" ;;
        esac
    done
    prepare
    load_run_line simulator
    exec "${RUN[@]}" "${settings[@]}"
}
