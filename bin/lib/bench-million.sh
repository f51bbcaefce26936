# A batch that is far larger than the heap: taken in with backpressure, looked at meanwhile, cancelled, read back in order. To be sourced.
lines=1000000 heap=256m
while (($#)); do
  case $1 in
  --lines) lines=$2 ;;
  --heap) heap=$2 ;;
  *) echo "bin/bench million [--lines 1000000] [--heap 256m]" >&2; exit 2 ;;
  esac
  shift 2
done
start_stub 0ms
start_service "-Xmx$heap" -XX:+ExitOnOutOfMemoryError -- $(with_stub)

now() { date +%s.%N; }
since() { awk "BEGIN { printf \"%.1f\", $(now) - $1 }"; }
broken() { echo "BROKEN: $*" >&2; tail -n 20 "$bench_folder/service.log" >&2; exit 1; }
field() { sed -n "s/.*\"$1\" *: *\"\{0,1\}\([A-Z0-9]*\).*/\1/p" | head -n 1; }

answers() {
  awk -v lines="$lines" 'BEGIN { for (i = 1; i <= lines; i++) printf "{\"customId\":\"%d\",\"question\":{\"text\":\"What is overfitting?\",\"modelAnswer\":\"It fits the noise of its training data.\"},\"answer\":\"It memorises the noise of the training set, says candidate %d, and fails on new data.\"}\n", i, i }'
}

# The JVM's own word on its heap, and the system's on the process, each second.
(while sleep 1; do
  "$JAVA_HOME/bin/jcmd" "$service_pid" GC.heap_info 2>/dev/null | sed -n 's/.* used \([0-9]*\)K.*/\1/p' | head -n 1
done >"$bench_folder/heap") &
bench_pids+=($!)

# What a person sees who looks at the batch while it is uploaded: how many lines, and how long the answer took.
look() {
  local id
  until id=$(curl -s "$service/uploads" | sed -n 's|.*href="/uploads/\([0-9A-Z]\{26\}\)".*|\1|p' | head -n 1) && [[ -n $id ]]; do sleep 0.1; done
  while :; do
    curl -s -m 30 -o "$bench_folder/look" -w '%{time_total} ' "$service/v1/batches/$id" || break
    echo "$(field status <"$bench_folder/look") $(field total <"$bench_folder/look")"
    sleep 1
  done
}
look >"$bench_folder/looks" &
look_pid=$!
bench_pids+=("$look_pid")

begun=$(now)
answers | curl -s -X POST -T - -H 'Content-Type: application/x-ndjson' -o "$bench_folder/accepted" -w '%{http_code}' \
  "$service/v1/batches" >"$bench_folder/code" || broken "the upload ended early"
took=$(since "$begun")
kill "$look_pid" 2>/dev/null || true
[[ $(cat "$bench_folder/code") == 202 ]] || broken "the upload was answered with $(cat "$bench_folder/code"): $(cat "$bench_folder/accepted")"
[[ $(field total <"$bench_folder/accepted") == "$lines" ]] || broken "$(field total <"$bench_folder/accepted") of $lines lines were accepted"
id=$(field id <"$bench_folder/accepted")
awk "BEGIN { printf \"accepted   %d lines in %.1f s, %.0f /s\n\", $lines, $took, $lines / $took }"
awk '$2 == "RECEIVING" { n++; if ($1 > slowest) slowest = $1; if ($3 < before) back = 1; if ($3 > before) grown++; before = $3 }
  END { if (!grown || back) exit 1; printf "looked at  %d times meanwhile, %d of them with more lines than before; the slowest look took %.2f s\n", n, grown, slowest }' \
  "$bench_folder/looks" || broken "no progress was to be seen: $(tail -n 3 "$bench_folder/looks")"

# so that there is something to read back that is done
for _ in $(seq 60); do
  curl -s "$service/v1/batches/$id" | tr -d ' \n' | grep -q '"GRADED":[0-9][0-9][0-9]' && break
  sleep 1
done
begun=$(now)
[[ $(curl -s -X DELETE -o /dev/null -w '%{http_code}' "$service/v1/batches/$id") == 204 ]] || broken "it could not be cancelled"
echo "cancelled  after $(since "$begun") s; what is open goes on being closed"

begun=$(now)
curl -sN "$service/v1/batches/$id/results" | awk -v lines="$lines" '
  { if (!match($0, /"line" *: *[0-9]+/)) { print "a line without its number: " substr($0, 1, 200); exit 1 }
    line = substr($0, RSTART, RLENGTH); sub(/[^0-9]*/, "", line)
    if (line + 0 != NR) { print "line " line " in place of " NR; exit 1 }
    if (match($0, /"status" *: *"[A-Z_]+"/)) { status = substr($0, RSTART, RLENGTH); gsub(/"status" *: *|"/, "", status); count[status]++ } }
  END { if (NR != lines) { print NR " of " lines " lines"; exit 1 }
    for (status in count) printf "           %s %d\n", status, count[status] }' >"$bench_folder/results" || broken "results: $(cat "$bench_folder/results")"
took=$(since "$begun")
awk "BEGIN { printf \"read back  %d results in the order of the upload in %.1f s, %.0f /s\n\", $lines, $took, $lines / $took }"
cat "$bench_folder/results"
kill -0 "$service_pid" 2>/dev/null || broken "the service has ended"
! grep -q OutOfMemoryError "$bench_folder/service.log" || broken "there was an OutOfMemoryError"
printf 'heap       %d MB used at most of %s; the process took %s MB at most\n' "$(($(sort -n "$bench_folder/heap" | tail -n 1) / 1024))" "$heap" \
  "$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$service_pid/status" 2>/dev/null || echo -)"
