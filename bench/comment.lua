-- Posts a comment of its own with every request; the session and the post come from the environment.
local post, session = os.getenv("BENCH_POST"), os.getenv("BENCH_SESSION")
local threads, number, run = 0, 0, os.time()
-- `thread` is set from outside, so it is no local: two threads must not say the same.
thread = 0
function setup(t) threads = threads + 1; t:set("thread", threads) end
function request()
  number = number + 1
  local headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "lyceum=" .. session }
  return wrk.format("POST", "/posts/" .. post .. "/comments", headers, "text=Measured+" .. run .. "+" .. thread .. "+" .. number)
end
function response(code) if code ~= 303 then io.stderr:write("status " .. code .. "\n") end end
