import { type Script, script } from './script.js'

/** The record, when the caller with this fence still owns it. */
const mine = `
local record = load(ARGV[2])
local fence = tonumber(ARGV[3])
local isMine = record and owned(record) and record.fence == fence
`.trim()

/** ARGV: key, fence, leaseMs. The lease never gets shorter: who waits sleeps until the end it knows. */
export const heartbeatScript: Script = script(
  'heartbeat',
  `
${mine}
if not isMine then return { '' } end
keepFor(record, tonumber(ARGV[4]))
save(record)
if stands(record) then stay(record) end
return { '1' }
`,
)

/** ARGV: key, fence. Whether it is the turn, or in how many milliseconds it is worth looking again. */
export const turnScript: Script = script(
  'turn',
  `
${mine}
if not isMine then return { 'lost' } end
if not stands(record) or head(record.line) == record.key then return { 'first' } end
local soonest = redis.call('ZRANGE', base .. 'e' .. record.line, 0, 0, 'WITHSCORES')
return { 'later', tonumber(soonest[2]) - now }
`,
)

/** ARGV: key, fence, keepMs, answer. Repeated, it says the same, and the first answer stays. */
export const settleScript: Script = script(
  'settle',
  `
${mine}
if not isMine then
  local settled = record and record.fence == fence and (record.state == 'answered' or record.state == 'closed')
  return { settled and record.state or 'lost' }
end
local name = base .. 'k:' .. record.key
if record.state == 'running' then
  redis.call('HSET', name, 'answer', ARGV[5])
  record.state = 'answered'
else
  record.state = 'closed'
end
record.keep = tonumber(ARGV[4])
record.ends = now + record.keep
leave(record)
save(record)
nudge('k:' .. record.key)
return { record.state }
`,
)

/** ARGV: key, fence. */
export const releaseScript: Script = script(
  'release',
  `
${mine}
if not isMine then return { '' } end
record.state = record.state == 'closing' and 'closed' or 'free'
record.fence = 0
record.ends = now + record.keep
leave(record)
save(record)
nudge('k:' .. record.key)
return { '1' }
`,
)
