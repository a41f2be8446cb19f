import { type Script, script } from './script.js'

/** ARGV: key, request, leaseMs, keepMs, 'rerun' or 'drop', line ('' or ':name'), lineLimit (-1: none), again ('1' or ''). */
export const claimScript: Script = script(
  'claim',
  `
local key, request, lease, keep = ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local line, limit = ARGV[7], tonumber(ARGV[8])

local function waitingWhenFull()
  if line == '' or limit < 0 then return nil end
  head(line)
  local waiting = redis.call('ZCARD', base .. 'l' .. line)
  return waiting >= limit and waiting or nil
end

local function own(before, attempt)
  local lost = before ~= nil and before.state == 'lost'
  local stays = lost and stands(before)
  if not stays then
    local waiting = waitingWhenFull()
    if waiting then return { 'refused', waiting } end
  end
  local fence = nextFence()
  local record = {
    key = key, state = 'running', attempt = attempt, fence = fence, place = lost and before.place or fence,
    ends = now + lease, keep = keep, line = stays and before.line or line, request = request, lost = lost and '1' or '',
  }
  if not before then redis.call('DEL', base .. 'k:' .. key) end
  save(record)
  local first = true
  if record.line ~= '' then
    if not stays then redis.call('ZADD', base .. 'l' .. line, int(record.place), key) end
    stay(record)
    first = head(record.line) == key
  end
  return { 'claimed', attempt, int(fence), record.lost, first and '1' or '' }
end

local record = load(key)
if not record then return own(nil, 1) end

-- A client that reconnects sends again what it has no answer for: the same request gets the same claim.
if owned(record) and record.request == request then
  local first = not stands(record) or head(record.line) == key
  return { record.state == 'running' and 'claimed' or 'closed', record.attempt, int(record.fence), record.lost, first and '1' or '' }
end

local attempt = math.max(ARGV[9] == '1' and record.attempt or record.attempt + 1, 1)
if record.state == 'free' or (record.state == 'lost' and ARGV[6] == 'rerun') then return own(record, attempt) end

record.attempt = attempt
if owned(record) then
  redis.call('HSET', base .. 'k:' .. key, 'attempt', int(attempt))
  return { record.state == 'running' and 'running' or 'closed', attempt }
end
if record.state == 'lost' then record.state = 'closed' end
leave(record)
keepFor(record, keep)
save(record)
if record.state == 'answered' then return { 'answered', attempt, answerOf(record) } end
return { 'closed', attempt }
`,
)
