# A batch before a model that takes a second, 200 calls at a time. To be sourced.
answers=10000
[[ ${1:-} == --answers ]] && answers=$2
start_stub 1s
start_service -Xmx1g -- $(with_stub) --evenhand.llm.max-concurrent=200 --evenhand.dispatch.bulk-share=0.1

# lines COUNT DAY: answers that no other day has
lines() {
  seq "$1" | awk -v day="$2" '{ printf "{\"customId\":\"%d\",\"question\":{\"text\":\"What is overfitting?\",\"modelAnswer\":\"It fits the noise of its training data.\"},\"answer\":\"It memorises the noise of the training set, says candidate %d of day %d, and fails on new data.\"}\n", $1, $1, day }'
}

# graded FILE: hands the batch in and waits for its end
graded() {
  start=$(date +%s.%N)
  id=$(curl -sf "$service/v1/batches" -H 'Content-Type: application/x-ndjson' --data-binary @"$1" |
    sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' | head -n 1)
  uploaded=$(date +%s.%N)
  until curl -sf "$service/v1/batches/$id" | grep -q '"status" *: *"COMPLETED"'; do sleep 0.5; done
  ended=$(date +%s.%N)
}

lines "$answers" 1 >"$bench_folder/answers.ndjson"
lines "$answers" 0 >"$bench_folder/warm.ndjson"
graded "$bench_folder/warm.ndjson"
graded "$bench_folder/answers.ndjson"
curl -sf "$service/v1/batches/$id/results" >"$bench_folder/results"
read_back=$(date +%s.%N)
awk "BEGIN { ideal = $answers / 200
  printf \"%d answers: uploaded in %.1f s, graded in %.1f s (ideal %.1f s, ratio %.2f), results read in %.1f s\n\",
    $answers, $uploaded - $start, $ended - $uploaded, ideal, ($ended - $uploaded) / ideal, $read_back - $ended }"
curl -sf "$service/v1/batches/$id"
echo
grep -c '"status" *: *"GRADED"\|"NEEDS_REVIEW"' "$bench_folder/results" | sed 's/$/ graded by the model/'
