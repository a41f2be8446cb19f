import { bareAnswer, type RawAnswer } from '../answer.js'
import { integerField } from '../fields.js'
import { wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'

const maxSpanSeconds = 24 * 3600
const maxRecords = 10_000

function listMessages({ account, body }: ApiCall): RawAnswer {
  const rule = { errcode: 65416 }
  const start = integerField(body, 'starttime', rule)
  const end = integerField(body, 'endtime', rule)
  const after = integerField(body, 'msgid', rule)
  const number = integerField(body, 'number', rule)
  if (end < start) refuse(65416, 'endtime lies before starttime')
  if (after < 1) refuse(65416, 'msgid is 1 for the first page, then the one of the answer before')
  if (number < 1 || number > maxRecords) refuse(65416, `number must be 1 to ${maxRecords}`)
  if (end - start > maxSpanSeconds) refuse(65417, 'starttime and endtime may be 24 hours apart at most')
  const records = account.agents.records
    .map((it) => ({ ...it, seconds: wireSeconds(it.at) }))
    .filter((it) => it.id > after && it.seconds >= start && it.seconds <= end)
    .slice(0, number)
  return bareAnswer({
    recordlist: records.map(({ openid, opercode, text, seconds, agent }) => ({
      openid,
      opercode,
      text,
      time: seconds,
      worker: agent,
    })),
    number: records.length,
    msgid: records.at(-1)?.id ?? after,
  })
}

export const recordRoutes: readonly ApiRoute[] = [
  {
    id: 'customService.listMessages',
    run: listMessages,
    source: 'https://developers.weixin.qq.com/doc/service/api/customer/message/api_getmsglist',
    differences: ['Messages that were sent over the API under the name of an agent are not among the records.'],
  },
]
