-- Posts a comment of its own with every request; the session and the post come from the environment.
local post, session = os.getenv("BENCH_POST"), os.getenv("BENCH_SESSION")
local number, thread = 0, 0
function setup(t) thread = thread + 1; t:set("thread", thread) end
function request()
  number = number + 1
  local headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "lyceum=" .. session }
  return wrk.format("POST", "/posts/" .. post .. "/comments", headers, "text=Measured+" .. thread .. "+" .. number .. "+" .. math.random(1e9))
end
local status = {}
function response(code) if code ~= 303 then status[code] = (status[code] or 0) + 1; io.stderr:write("status " .. code .. "\n") end end
