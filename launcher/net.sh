# Checks ports and addresses of this machine with bash only.

PROBED=127.0.0.1

is_listening() {
    (exec 3<>"/dev/tcp/$PROBED/$1") 2>/dev/null
}

# {0 when a GET of this path on this port is answered with 200}
answers() {
    (
        exec 3<>"/dev/tcp/$PROBED/$1" || exit 1
        printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
        IFS= read -r -t 10 status <&3 || exit 1
        case $status in *' 200 '*) exit 0 ;; *) exit 1 ;; esac
    ) 2>/dev/null
}

require_free() {
    ! is_listening "$1" || die "Port $1 is in use: stop the program that uses it, or choose another port with $2."
}

a_free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        is_listening "$port" || break
    done
    printf '%s\n' "$port"
}
