# What the service adds to the time of a model that takes 200 ms, at 50 and at 200 answers a second. To be sourced.
need hey
need wrk
seconds=${SECONDS_EACH:-30}
start_stub 200ms
start_relay
start_service -Xmx1g -- $(with_stub) --evenhand.grading.cache.enabled=false

cat >"$bench_folder/body.json" <<'JSON'
{"question": {"text": "What is overfitting?", "modelAnswer": "It fits the noise of its training data."},
 "answer": "It memorises the noise of the training set and fails on new data."}
JSON

# at URL RATE: 100 workers that ask in turn
at() {
  hey -z "${seconds}s" -c 100 -q "$(awk "BEGIN { print $2 / 100 }")" -m POST -T application/json \
    -D "$bench_folder/body.json" -o csv "$1" >"$bench_folder/hey.csv"
  awk -F, 'NR > 1 && $7 == 200 { print $1 * 1000 }' "$bench_folder/hey.csv" >"$bench_folder/times"
  failed=$(awk -F, 'NR > 1 && $7 != 200' "$bench_folder/hey.csv" | wc -l)
  rate=$(awk -v n="$(wc -l <"$bench_folder/times")" -v s="$seconds" 'BEGIN { print n / s }')
  read -r p50 p90 p99 <<<"$(percentiles "$bench_folder/times")"
}

warm "$service/v1/gradings" 40
warm "$relay" 40
for wanted in 50 200; do
  at "$relay" "$wanted"
  base50=$p50 base99=$p99
  printf 'bare relay: %5.0f /s   p50 %6.1f  p90 %6.1f  p99 %6.1f ms   %d failed\n' "$rate" "$p50" "$p90" "$p99" "$failed"
  at "$service/v1/gradings" "$wanted"
  printf 'service:    %5.0f /s   p50 %6.1f  p90 %6.1f  p99 %6.1f ms   %d failed\n' "$rate" "$p50" "$p90" "$p99" "$failed"
  awk "BEGIN { printf \"added to the relay: p50 %.1f ms, p99 %.1f ms; to the model's 200 ms: p50 %.1f ms, p99 %.1f ms\n\",
    $p50 - $base50, $p99 - $base99, $p50 - 200, $p99 - 200 }"
done
