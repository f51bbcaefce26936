-- wrk: every request hands in an answer that no other one did, so that nothing is shared or kept.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

function init(arguments)
  count = 0
  run = string.format("%s.%d", os.time(), math.random(1000000)) -- another one each time wrk is called
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  local body = string.format(
    '{"question":{"text":"What is overfitting?","modelAnswer":"It fits the noise of its training data."},' ..
    '"answer":"It memorises the noise of the training set, says candidate %d of room %d on day %s, and fails on new data."}',
    count, id, run)
  return wrk.format(nil, nil, nil, body)
end

function done(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read +
    summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %d %.3f %.3f %.3f %.3f\n", summary.requests - summary.errors.status, failed,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3))
end
