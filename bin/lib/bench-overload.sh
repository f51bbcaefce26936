# Five times as many answers as a model can take: goodput beside what it is without the crowd, and how fast refusals are. To be sourced.
need hey
seconds=${SECONDS_EACH:-30}
start_stub 1s
start_service -Xmx1g -- $(with_stub) --evenhand.llm.max-concurrent=100 --evenhand.grading.max-in-flight=150 \
  --evenhand.grading.cache.enabled=false

cat >"$bench_folder/body.json" <<'JSON'
{"question": {"text": "What is overfitting?", "modelAnswer": "It fits the noise of its training data."},
 "answer": "It memorises the noise of the training set and fails on new data."}
JSON

# crowd WORKERS RATE SECONDS: each asks so often; grades a second, and times of grades and refusals
crowd() {
  hey -z "${3}s" -c "$1" -q "$2" -t 60 -m POST -T application/json -D "$bench_folder/body.json" -o csv "$service/v1/gradings" >"$bench_folder/hey.csv"
  awk -F, 'NR > 1 && $7 == 200 { print $1 * 1000 }' "$bench_folder/hey.csv" >"$bench_folder/good"
  awk -F, 'NR > 1 && $7 == 503 { print $1 * 1000 }' "$bench_folder/hey.csv" >"$bench_folder/refused"
  awk -F, 'NR > 1 && $7 != 503 && $7 != 200' "$bench_folder/hey.csv" >"$bench_folder/other"
  good=$(awk -v n="$(wc -l <"$bench_folder/good")" -v s="$3" 'BEGIN { print n / s }')
}

crowd 500 1 60 # warm
crowd 100 1 "$seconds"
alone=$good
printf 'as many as the model takes: %6.1f graded/s   p50 %6.0f  p90 %6.0f  p99 %6.0f ms   %d refused, %d failed\n' "$alone" \
  $(percentiles "$bench_folder/good") "$(wc -l <"$bench_folder/refused")" "$(wc -l <"$bench_folder/other")"
crowd 500 1 "$seconds"
printf 'five times as many:         %6.1f graded/s   p50 %6.0f  p90 %6.0f  p99 %6.0f ms   %d refused, %d failed\n' "$good" \
  $(percentiles "$bench_folder/good") "$(wc -l <"$bench_folder/refused")" "$(wc -l <"$bench_folder/other")"
printf 'refusals:                                    p50 %6.0f  p90 %6.0f  p99 %6.0f ms\n' $(percentiles "$bench_folder/refused")
printf 'ratio of goodput %.2f\n' "$(awk "BEGIN { print $good / $alone }")"
