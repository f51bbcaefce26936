# 2,000 answers in flight before a model that takes a second, in a heap of 512 MB. To be sourced.
need wrk
seconds=${SECONDS_EACH:-30}
ulimit -n 16384 2>/dev/null || true
start_stub 1s
start_relay
start_service -Xmx512m -- $(with_stub) --evenhand.llm.max-concurrent=2000

warm "$service/v1/gradings" 500
read -r good failed took p50 p90 p99 <<<"$(run_wrk "$relay" 2000 "$seconds")"
relayed=$(awk "BEGIN { print $good / $took }")
printf 'bare relay:  %6.0f /s   p50 %6.0f  p90 %6.0f  p99 %6.0f ms   %d failed\n' "$relayed" "$p50" "$p90" "$p99" "$failed"
heap() { curl -s --max-time 20 "$service/actuator/prometheus" | awk '/^jvm_memory_used_bytes.*area="heap"/ { sum += $2 } END { print int(sum / 1048576) }'; }
(while sleep 1; do heap; done >"$bench_folder/heap" 2>/dev/null) &
watch=$!
bench_pids+=("$watch")
read -r good failed took p50 p90 p99 <<<"$(run_wrk "$service/v1/gradings" 2000 "$seconds")"
stop "$watch"
stored=$(awk "BEGIN { print $good / $took }")
printf 'service:     %6.0f /s   p50 %6.0f  p90 %6.0f  p99 %6.0f ms   %d failed   heap %s MB at most\n' \
  "$stored" "$p50" "$p90" "$p99" "$failed" "$(sort -n "$bench_folder/heap" | tail -n 1)"
printf 'ratio %.2f\n' "$(awk "BEGIN { print $stored / $relayed }")"
