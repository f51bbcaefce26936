# What the benchmarks of a running service share. To be sourced after command.sh.

# Everything that was started ends with the benchmark.
bench_pids=()
bench_folder=$(mktemp -d)
trap 'rc=$?; kill "${bench_pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$bench_folder"; exit $rc' EXIT

need() {
  command -v "$1" >/dev/null || { echo "This benchmark needs $1: on Debian, apt-get install $1." >&2; exit 1; }
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# await URL: until it answers with 200, a minute at most
await() {
  for _ in $(seq 900); do
    curl -sf -o /dev/null "$1" && return
    sleep 0.2
  done
  echo "Nothing answers at $1; its log:" >&2
  tail -n 20 "$bench_folder"/*.log >&2
  exit 1
}

# start_stub DELAY: a model in a process of its own, at $stub
start_stub() {
  local port
  port=$(free_port)
  stub=http://127.0.0.1:$port/v1
  (run_command io.evenhand.bench.StubModelCommand --port "$port" --delay "$1") >"$bench_folder/stub.log" 2>&1 &
  stub_pid=$!
  bench_pids+=("$stub_pid")
  for _ in $(seq 600); do grep -q listens "$bench_folder/stub.log" && return; sleep 0.1; done
  cat "$bench_folder/stub.log" >&2
  exit 1
}

stop() {
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# start_relay: the baseline, before the same model, at $relay
start_relay() {
  local port
  port=$(free_port)
  relay=http://127.0.0.1:$port/v1/chat/completions
  (run_command io.evenhand.bench.RelayCommand --port "$port" --model "$stub") >"$bench_folder/relay.log" 2>&1 &
  relay_pid=$!
  bench_pids+=("$relay_pid")
  for _ in $(seq 600); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return; sleep 0.1; done
  exit 1
}

# start_service [JAVA OPTIONS] -- [--setting=value]...: the packaged jar on an empty store, at $service
start_service() {
  local java=() port
  while [[ $1 != -- ]]; do java+=("$1"); shift; done
  shift
  port=$(free_port)
  service=http://127.0.0.1:$port
  rm -rf "$bench_folder/data"
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "${java[@]}" -jar "$jar" --server.port="$port" \
    --evenhand.data="$bench_folder/data" --evenhand.examples=false \
    "${database[@]}" "$@" >"$bench_folder/service.log" 2>&1 &
  service_pid=$!
  bench_pids+=("$service_pid")
  await "$service/actuator/health/readiness"
}

with_stub() {
  echo --evenhand.llm.models[0].provider=openai "--evenhand.llm.models[0].base-url=$stub" --evenhand.llm.models[0].model=stub
}

# run_wrk URL CONNECTIONS SECONDS: good, failed, seconds, and the percentiles 50, 90 and 99 in ms
run_wrk() {
  wrk -t 2 -c "$2" -d "${3}s" --timeout 30s -s "$bench_lib/answers.lua" "$1" | sed -n 's/^RESULT //p'
}

# warm URL CONNECTIONS: until four slices of ten seconds in a row bring no twentieth more than the best before them, six
# minutes at most; the compiler of the JVM needs as long on few cores
warm() {
  local best=0 calm=0 good rest
  for _ in $(seq "${WARM_SLICES:-36}"); do
    read -r good rest <<<"$(run_wrk "$1" "$2" 10)"
    calm=$((good * 20 <= best * 21 ? calm + 1 : 0))
    best=$((good > best ? good : best))
    ((calm < 4)) || return 0
  done
}

# percentiles FILE COLUMN...: 50, 90 and 99 of numbers that stand one a line, in ms
percentiles() {
  sort -n "$1" | awk '{ v[NR] = $1 } END { if (NR) printf "%.1f %.1f %.1f\n", v[int(NR * .5 + .5)], v[int(NR * .9 + .5)], v[int(NR * .99 + .5)]; else print "- - -" }'
}
