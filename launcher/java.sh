# Finds a JDK that is new enough in the usual places.

JAVA_NEEDED=25

# {0 when this folder is a JDK of the required version}
is_new_enough() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$version" ] && [ "$version" -ge "$JAVA_NEEDED" ]
}

java_on_path() {
    local java
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        local target
        target=$(readlink "$java")
        case $target in
            /*) java=$target ;;
            *) java=$(dirname "$java")/$target ;;
        esac
    done
    (cd "$(dirname "$java")/.." && pwd)
}

java_candidates() {
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    java_on_path
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$JAVA_NEEDED+" 2>/dev/null || true
    fi
    local folder
    for folder in /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ ! -d "$folder" ] || printf '%s\n' "$folder"
    done
}

# Sets JAVA_HOME and JAVA, or tells what to install.
find_java() {
    local folder
    while IFS= read -r folder; do
        if is_new_enough "$folder"; then
            JAVA_HOME=$folder
            JAVA=$folder/bin/java
            export JAVA_HOME
            return
        fi
    done <<LIST
$(java_candidates)
LIST
    die "Parley needs JDK $JAVA_NEEDED or newer, but none was found." \
        "Install Temurin $JAVA_NEEDED (https://adoptium.net):" \
        "  Debian, Ubuntu: apt-get install temurin-$JAVA_NEEDED-jdk   (after adding Adoptium's apt repository)" \
        "  Fedora, RHEL:   dnf install temurin-$JAVA_NEEDED-jdk       (after adding Adoptium's rpm repository)" \
        "  macOS:          brew install --cask temurin@$JAVA_NEEDED" \
        "  anywhere:       sdk install java $JAVA_NEEDED-tem          (https://sdkman.io)" \
        "or unpack one and set JAVA_HOME to its folder."
}
