# Production: one process in the foreground, for a service manager.

parley_serve() {
    local config=""
    local settings=()
    while [ $# -gt 0 ]; do
        case $1 in
            --config) need_value "$@" && config=$(absolute "$2") && shift 2 ;;
            --config=*) config=$(absolute "${1#--config=}") && shift ;;
            --parley.mode=*) die "serve is for production. To try Parley out: ./parley demo" ;;
            --*=*) settings+=("$1") && shift ;;
            *) die "Unknown option for serve: $1. See: ./parley help" ;;
        esac
    done
    if [ -n "$config" ]; then
        [ -r "$config" ] || die "Cannot read the configuration file $config."
        settings+=("--spring.config.additional-location=$(config_location "$config")")
        settings+=("--parley.config-file=$config")
    fi
    prepare
    load_run_line server
    exec "${RUN[@]}" --parley.mode=serve ${settings[@]+"${settings[@]}"}
}

# A file of any name is read as properties unless its extension is that of YAML.
config_location() {
    case $1 in
        *.properties | *.yaml | *.yml) printf 'file:%s\n' "$1" ;;
        *) printf 'file:%s[.properties]\n' "$1" ;;
    esac
}
