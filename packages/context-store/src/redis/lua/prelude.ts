/**
 * What all scripts share. Time is Redis's own: leases hold between machines whose clocks differ.
 *
 * Keys, behind the prefix: `fence` counts; `k:` the record of a key; `l:` and `e:` a line (who stands in it by place, and
 * by the end of the lease); `x:` a lock's holder; `q:` and `v:` who waits for it (by arrival, and until when it counts as
 * alive); `o:` what `once` has seen. Channels: `k:` something about a key or its place has changed; `w:` one who waits
 * for a lock should look.
 *
 * The names of records and lines a script comes across cannot all be passed in KEYS: they are built here, behind the same
 * prefix. A cluster allows that because the prefix is the hash tag, so all of them live on one node.
 * See https://redis.io/docs/latest/develop/programmability/eval-intro/ and
 * https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
 */
export const prelude: string = `
local base = string.sub(KEYS[1], 1, -6)
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Lua would write large numbers as 1.79e+15.
local function int(number)
  return string.format('%.0f', number)
end

local function nudge(channel)
  redis.call('PUBLISH', ARGV[1] .. channel, '')
end

-- Never less than the microseconds since 1970: fences go on growing when the counter expired, was flushed, or fell behind
-- in a fail-over. 2^53, the last exact number, is as far away as the year 2255.
local function nextFence()
  local last = tonumber(redis.call('GET', KEYS[1]) or 0)
  local fence = math.max(last + 1, time[1] * 1000000 + time[2])
  redis.call('SET', KEYS[1], int(fence), 'PX', 86400000)
  return fence
end

local function owned(record)
  return record.state == 'running' or record.state == 'closing'
end

-- What is known of a key now. That an owner was lost is written nowhere: whoever looks sees it by the time.
local function load(key)
  local v = redis.call('HMGET', base .. 'k:' .. key, 'state', 'attempt', 'fence', 'place', 'ends', 'keep', 'line', 'request', 'lost')
  if not v[1] then return nil end
  local record = {
    key = key, state = v[1], attempt = tonumber(v[2]), fence = tonumber(v[3]), place = tonumber(v[4]),
    ends = tonumber(v[5]), keep = tonumber(v[6]), line = v[7], request = v[8], lost = v[9],
  }
  if owned(record) and record.ends <= now then
    record.state = record.state == 'closing' and 'closed' or 'lost'
    record.fence = 0
    record.ends = record.ends + record.keep
  end
  if record.ends <= now then return nil end
  return record
end

-- The record falls away by itself: an owner's when it has been lost for as long as it is kept.
local function save(record)
  local name = base .. 'k:' .. record.key
  redis.call('HSET', name, 'state', record.state, 'attempt', int(record.attempt), 'fence', int(record.fence),
    'place', int(record.place), 'ends', int(record.ends), 'keep', int(record.keep), 'line', record.line,
    'request', record.request, 'lost', record.lost)
  redis.call('PEXPIREAT', name, int(owned(record) and record.ends + record.keep or record.ends))
end

local function keepFor(record, ms)
  record.ends = math.max(record.ends, now + ms)
end

-- Who has the turn, after the lost have been passed over. It keeps the turn, with place 0, also before an earlier place
-- that comes back.
local function head(line)
  local lost = redis.call('ZRANGEBYSCORE', base .. 'e' .. line, '-inf', int(now))
  for _, key in ipairs(lost) do
    redis.call('ZREM', base .. 'l' .. line, key)
    redis.call('ZREM', base .. 'e' .. line, key)
  end
  local first = redis.call('ZRANGE', base .. 'l' .. line, 0, 0, 'WITHSCORES')
  if first[1] and tonumber(first[2]) ~= 0 then
    redis.call('ZADD', base .. 'l' .. line, 0, first[1])
    nudge('k:' .. first[1])
  end
  return first[1]
end

local function stands(record)
  return record.line ~= '' and redis.call('ZSCORE', base .. 'l' .. record.line, record.key)
end

-- A place lasts as long as the lease, the line as long as the longest of them.
local function stay(record)
  redis.call('ZADD', base .. 'e' .. record.line, int(record.ends), record.key)
  local last = redis.call('ZREVRANGE', base .. 'e' .. record.line, 0, 0, 'WITHSCORES')
  redis.call('PEXPIREAT', base .. 'l' .. record.line, int(tonumber(last[2])))
  redis.call('PEXPIREAT', base .. 'e' .. record.line, int(tonumber(last[2])))
end

local function leave(record)
  if stands(record) then
    redis.call('ZREM', base .. 'l' .. record.line, record.key)
    redis.call('ZREM', base .. 'e' .. record.line, record.key)
    head(record.line)
  end
  record.line = ''
end

local function answerOf(record)
  return redis.call('HGET', base .. 'k:' .. record.key, 'answer')
end
`.trim()
