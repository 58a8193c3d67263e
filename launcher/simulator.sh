# The simulator alone, in the foreground.

parley_simulator() {
    local port=8090 host=127.0.0.1
    local settings=()
    while [ $# -gt 0 ]; do
        case $1 in
            --port) need_number "$@" && port=$2 && shift 2 ;;
            --port=*) need_number --port "${1#*=}" && port=${1#*=} && shift ;;
            --host) need_value "$@" && host=$2 && shift 2 ;;
            --host=*) host=${1#*=} && shift ;;
            --server.port=*) need_number --server.port "${1#*=}" && port=${1#*=} && shift ;;
            --server.address=*) host=${1#*=} && shift ;;
            --*=*) settings+=("$1") && shift ;;
            *) die "Unknown option for simulator: $1. See: ./parley help" ;;
        esac
    done
    case $host in 0.0.0.0 | ::) ;; *) PROBED=$host ;; esac
    require_free "$port" --port
    prepare
    load_run_line simulator
    # Each setting only once: Spring joins the values of a setting that is given twice.
    exec "${RUN[@]}" "--server.port=$port" "--server.address=$host" \
        ${settings[@]+"${settings[@]}"}
}
