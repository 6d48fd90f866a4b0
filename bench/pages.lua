-- Asks for a page under an address that nothing has kept: with something new each time for a name that the page knows
-- (BENCH_FRESH) and cannot read. And counts the answers that were made anew: those from memory carry no number of the
-- request. Prints both at the end.
local fresh, threads, number = os.getenv("BENCH_FRESH"), {}, 0
thread, anew, answers = 0, 0, 0
function setup(t) table.insert(threads, t); t:set("thread", #threads) end
function init() math.randomseed(os.time() + thread); run = math.random(1, 1000000000) end
if fresh then
  function request()
    local sign = wrk.path:find("?", 1, true) and "&" or "?"
    number = number + 1
    return wrk.format("GET", wrk.path .. sign .. fresh .. "=fresh-" .. run .. "-" .. thread .. "-" .. number)
  end
end
if os.getenv("BENCH_COUNT") then
  function response(status, headers)
    answers = answers + 1
    if headers["x-request-id"] then anew = anew + 1 end
  end
  function done()
    local total = 0
    for _, t in ipairs(threads) do total = total + t:get("anew") end
    print("made anew: " .. total)
  end
end
