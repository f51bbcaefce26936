# shellcheck shell=bash
# To be sourced: sets and exports JAVA_HOME to a JDK 25, or says what to install and exits.

jdk_version=25

is_jdk() {
  [[ -n $1 && -x $1/bin/javac && -r $1/release ]] && grep -q "^JAVA_VERSION=\"${jdk_version}[\".+]" "$1/release"
}

find_jdk() {
  local home
  for home in \
    "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${JAVA_25_HOME:-}" "${JAVA_HOME_25:-}" "${JAVA_HOME_25_X64:-}" \
    "${JAVA_HOME_25_ARM64:-}" "${JDK25_HOME:-}" "${JDK_25:-}" "${JDK_25_HOME:-}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/hostedtoolcache/*/*/* \
    ~/.sdkman/candidates/java/* ~/.jdks/* ~/.m2/jdks/* ~/.gradle/jdks/* ~/.jbang/cache/jdks/* ~/.asdf/installs/java/* \
    ~/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    ~/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk "$home"; then
      echo "$home"
      return
    fi
  done
  return 1
}

if ! JAVA_HOME=$(find_jdk); then
  echo "Evenhand needs a JDK $jdk_version and found none. Install Temurin $jdk_version (https://adoptium.net)" \
    "or any other JDK $jdk_version, or set JAVA_HOME to one. Looked in JAVA_HOME, JAVA25_HOME, JDK_25 and the like," \
    "/usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and /Library/Java." >&2
  exit 1
fi
export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
