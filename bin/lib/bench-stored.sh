# Stored gradings a second, and how that compares with a service that only hands on. To be sourced.
need wrk
seconds=${SECONDS_EACH:-20}
start_stub 0s
start_relay
start_service -Xmx1g -- $(with_stub)

warm "$service/v1/gradings" 64
warm "$relay" 64
read -r good failed took p50 p90 p99 <<<"$(run_wrk "$relay" 64 "$seconds")"
relayed=$(awk "BEGIN { print $good / $took }")
printf 'bare relay:       %7.0f /s   p50 %6.1f  p90 %6.1f  p99 %6.1f ms   %d failed\n' "$relayed" "$p50" "$p90" "$p99" "$failed"
read -r good failed took p50 p90 p99 <<<"$(run_wrk "$service/v1/gradings" 64 "$seconds")"
stored=$(awk "BEGIN { print $good / $took }")
printf 'stored gradings:  %7.0f /s   p50 %6.1f  p90 %6.1f  p99 %6.1f ms   %d failed\n' "$stored" "$p50" "$p90" "$p99" "$failed"
printf 'ratio %.2f\n' "$(awk "BEGIN { print $stored / $relayed }")"
