import { type Script, script } from './script.js'

/** ARGV: key, keepMs. */
export const closeScript: Script = script(
  'close',
  `
local keep = tonumber(ARGV[3])
local record = load(ARGV[2])
if not record then
  record = { key = ARGV[2], state = 'closed', attempt = 0, fence = 0, place = 0, ends = 0, keep = keep, line = '', request = '', lost = '' }
  redis.call('DEL', base .. 'k:' .. record.key)
end
if record.state == 'running' then
  record.state = 'closing'
  record.keep = keep
  save(record)
  nudge('k:' .. record.key)
  return { 'closed' }
end
if record.state == 'closing' then return { 'closed' } end
if record.state ~= 'answered' then record.state = 'closed' end
leave(record)
keepFor(record, keep)
save(record)
if record.state == 'answered' then return { 'answered', answerOf(record) } end
return { 'closed' }
`,
)

/** ARGV: key. The outcome, or in how many milliseconds the owner's lease is over. */
export const waitScript: Script = script(
  'wait',
  `
local record = load(ARGV[2])
if not record or record.state == 'free' or record.state == 'lost' then return { 'free' } end
if record.state == 'running' then return { 'running', record.ends - now } end
if record.state == 'answered' then return { 'answered', answerOf(record) } end
return { 'closed' }
`,
)

/** ARGV: key, request, ttlMs. A request that is sent again was the first one again. */
export const onceScript: Script = script(
  'once',
  `
local name, ttl = base .. 'o:' .. ARGV[2], tonumber(ARGV[4])
local seen = redis.call('GET', name)
if seen then return { seen == ARGV[3] and '1' or '' } end
if ttl > 0 then redis.call('SET', name, ARGV[3], 'PX', int(ttl)) end
return { '1' }
`,
)
