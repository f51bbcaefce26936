# Runs a command of the packaged jar, which it builds first if there is none. To be sourced.

# find_jar: sets $jar and JAVA_HOME
find_jar() {
  local root
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  source "$root/bin/lib/jdk.sh"
  jar=$(ls "$root"/target/evenhand-*.jar 2>/dev/null | head -n 1 || true)
  if [[ -z $jar ]]; then
    echo 'Building the jar first, which takes a few minutes once.' >&2
    (cd "$root" && mvn --batch-mode --quiet package -DskipTests)
    jar=$(ls "$root"/target/evenhand-*.jar | head -n 1)
  fi
}

run_command() {
  local main=$1
  shift
  find_jar
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Dloader.main="$main" \
    -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher "$@"
}
