import { type Script, script } from './script.js'

const names = `
local holder, arrivals, alive = base .. 'x:' .. ARGV[2], base .. 'q:' .. ARGV[2], base .. 'v:' .. ARGV[2]

-- Who is next, after those that have not looked for too long: their process is gone.
local function nextUp()
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', alive, '-inf', int(now))) do
    redis.call('ZREM', arrivals, id)
    redis.call('ZREM', alive, id)
  end
  return redis.call('ZRANGE', arrivals, 0, 0)[1]
end

-- Only the next one is woken: it alone can do something about it.
local function wakeNext()
  local id = nextUp()
  if id then nudge('w:' .. id) end
end
`.trim()

const mine = `
${names}
local held = redis.call('HMGET', holder, 'fence', 'ends')
local isMine = held[1] and tonumber(held[1]) == tonumber(ARGV[3]) and tonumber(held[2]) > now
`.trim()

/**
 * ARGV: name, request, leaseMs, milliseconds the caller counts as waiting without another look ('0': it does not wait).
 * Says the fence, or in how many milliseconds it is worth looking again (-1: not before somebody says so).
 */
export const lockScript: Script = script(
  'lock',
  `
${names}
local request, lease, patience = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local held = redis.call('HMGET', holder, 'fence', 'ends', 'request')
local ends = tonumber(held[2] or 0)
if ends > now and held[3] == request then return { 'held', held[1] } end

local first = nextUp()
if ends <= now and (not first or first == request) then
  local fence = int(nextFence())
  redis.call('HSET', holder, 'fence', fence, 'ends', int(now + lease), 'request', request)
  redis.call('PEXPIREAT', holder, int(now + lease))
  redis.call('ZREM', arrivals, request)
  redis.call('ZREM', alive, request)
  wakeNext()
  return { 'held', fence }
end
if patience == 0 then return { 'busy', -1 } end

if not redis.call('ZSCORE', arrivals, request) then redis.call('ZADD', arrivals, int(nextFence()), request) end
redis.call('ZADD', alive, int(now + patience), request)
local last = redis.call('ZREVRANGE', alive, 0, 0, 'WITHSCORES')
redis.call('PEXPIREAT', arrivals, int(tonumber(last[2])))
redis.call('PEXPIREAT', alive, int(tonumber(last[2])))
return { 'busy', nextUp() == request and ends - now or -1 }
`,
)

/** ARGV: name, request. The caller waits no longer. */
export const giveUpScript: Script = script(
  'lock',
  `
${names}
redis.call('ZREM', arrivals, ARGV[3])
redis.call('ZREM', alive, ARGV[3])
wakeNext()
return { '1' }
`,
)

/** ARGV: name, fence, leaseMs. Who waits is told: the lease may have become shorter. */
export const extendScript: Script = script(
  'extend a lock',
  `
${mine}
if not isMine then return { '' } end
local ends = int(now + tonumber(ARGV[4]))
redis.call('HSET', holder, 'ends', ends)
redis.call('PEXPIREAT', holder, ends)
wakeNext()
return { '1' }
`,
)

/** ARGV: name, fence. */
export const unlockScript: Script = script(
  'release a lock',
  `
${mine}
if not isMine then return { '' } end
redis.call('DEL', holder)
wakeNext()
return { '1' }
`,
)
