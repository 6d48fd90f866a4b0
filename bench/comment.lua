-- Posts a comment of its own with every request; the session and the posts come from the environment, and the posts are
-- taken by turns. Prints how many were taken.
local session, posts, threads = os.getenv("BENCH_SESSION"), {}, {}
for post in os.getenv("BENCH_POST"):gmatch("%d+") do table.insert(posts, post) end
local number, run = 0, os.time()
-- They are set and asked from outside, so they are no locals: two threads must not say the same.
thread, taken = 0, 0
function setup(t) table.insert(threads, t); t:set("thread", #threads) end
function request()
  number = number + 1
  local headers = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = "lyceum=" .. session, ["Origin"] = os.getenv("BENCH_ORIGIN") }
  local post = posts[(number * 2 + thread) % #posts + 1]
  return wrk.format("POST", "/posts/" .. post .. "/comments", headers, "text=Measured+" .. run .. "+" .. thread .. "+" .. number)
end
function response(code)
  if code == 303 then taken = taken + 1 else io.stderr:write("status " .. code .. "\n") end
end
function done()
  local total = 0
  for _, t in ipairs(threads) do total = total + t:get("taken") end
  print("taken: " .. total)
end
