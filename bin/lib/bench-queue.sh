# The review queue with many rows, as its database answers. To be sourced.
[[ ${1:-} == --rows && -n ${2:-} ]] || set -- --rows 1000000
url=${BENCH_DATABASE:-"jdbc:h2:file:$bench_folder/queue;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=10000"}
user=sa
[[ -z ${BENCH_DATABASE:-} ]] || user=${BENCH_USER:-postgres}
(run_command io.evenhand.review.store.QueueBenchCommand --rows "$2" --url "$url" --user "$user" --password "${BENCH_PASSWORD:-}") \
  2>"$bench_folder/queue.log" | grep -v ' INFO \| WARN \| DEBUG ' || { tail -n 20 "$bench_folder/queue.log" >&2; exit 1; }
