import { fileArgument } from '@wx/api-client'
import { ConfigError } from '@wx/core'
import type {
  CallOptions,
  CustomServiceAccount,
  CustomServiceApi,
  CustomServiceOnlineAccount,
  CustomServiceRecord,
  FileInput,
} from '@wx/endpoints'
import { fields, optionsOf, shown, text } from '../arguments/check.js'
import { dayNumber, dayStart } from '../arguments/days.js'
import { given } from '../arguments/given.js'
import { listOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'

/** Agents of customer service, `name@account`, and what they talked. */
export interface CustomServiceDomain extends CustomServiceApi {
  /**
   * Adds an agent; an account has up to 100. WeChat no longer takes a password.
   *
   * @param kfAccount `name@account`
   * @param nickname up to 16 characters
   * @param options `businessId`: of a sub-merchant, whose agent it is; most accounts have none
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#1
   */
  add(kfAccount: string, nickname: string, options?: CallOptions & { readonly businessId?: string }): Promise<void>
  /**
   * Changes an agent's nickname.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#2
   */
  rename(kfAccount: string, nickname: string, options?: CallOptions): Promise<void>
  /**
   * Removes an agent.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#3
   */
  remove(kfAccount: string, options?: CallOptions): Promise<void>
  /**
   * Sets an agent's avatar.
   *
   * @param file a jpg; 640 × 640 is advised
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#4
   */
  setAvatar(kfAccount: string, file: FileInput, options?: CallOptions): Promise<void>
  /**
   * All agents.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#5
   */
  all(options?: CallOptions): Promise<readonly CustomServiceAccount[]>
  /**
   * Agents who are online, and how many talks each has.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#0
   */
  online(options?: CallOptions): Promise<readonly CustomServiceOnlineAccount[]>
  /**
   * What was said between two moments, oldest first. WeChat answers for one day at a time; longer spans are asked for
   * day by day, in the time of Shanghai.
   *
   * @throws ConfigError when the span ends before it begins
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html
   */
  records(span: RecordSpan, options?: CallOptions): AsyncGenerator<CustomServiceRecord, void, undefined>
}

/** From one moment up to another, both included, to the second. */
export interface RecordSpan {
  readonly from: Date
  readonly to: Date
}

/** As many as WeChat gives in a page. */
const pageSize = 10_000

export const customServiceShorthands = (api: CustomServiceApi): Shorthands<CustomServiceDomain, CustomServiceApi> => ({
  async add(kfAccount, nickname, options) {
    const { businessId, ...rest } = optionsOf(options)
    const agent = { kf_account: text('kfAccount', kfAccount), nickname: text('nickname', nickname) }
    await api.addAccount(given({ ...agent, business_id: businessId }), rest)
  },
  async rename(kfAccount, nickname, options) {
    await api.updateAccount({ kf_account: text('kfAccount', kfAccount), nickname: text('nickname', nickname) }, options)
  },
  async remove(kfAccount, options) {
    await api.deleteAccount({ kf_account: text('kfAccount', kfAccount) }, options)
  },
  async setAvatar(kfAccount, file, options) {
    const request = { kf_account: text('kfAccount', kfAccount), media: fileArgument('file', file) }
    await api.uploadHeadImage(request, options)
  },
  all: async (options) => listOf('customService.listAccounts', await api.listAccounts({}, options), 'kf_list'),
  online: async (options) =>
    listOf('customService.listOnlineAccounts', await api.listOnlineAccounts({}, options), 'kf_online_list'),
  records(span, options) {
    optionsOf(options)
    return recordsOf(daysOf(span), (request) => api.listMessages(request, options))
  },
})

interface Seconds {
  readonly starttime: number
  readonly endtime: number
}

/** The span in pieces that end with a day in Shanghai: WeChat takes none that reaches into the next. */
function daysOf(span: RecordSpan): readonly Seconds[] {
  const { from, to } = fields('span', span, '{ from: new Date(…), to: new Date(…) }')
  for (const [name, date] of [['from', from] as const, ['to', to] as const]) {
    if (!(date instanceof Date)) throw new ConfigError(`span.${name}`, `must be a Date, not ${shown(date)}`)
  }
  const [first, last] = [dayNumber('span.from', from), dayNumber('span.to', to)]
  const [begin, end] = [secondsOf(from), secondsOf(to)]
  if (begin > end) throw new ConfigError('span.to', 'lies before span.from')
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    starttime: Math.max(begin, dayStart(first + at)),
    endtime: Math.min(end, dayStart(first + at + 1) - 1),
  }))
}

const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000)

const method = 'customService.listMessages'

async function* recordsOf(
  days: readonly Seconds[],
  load: (request: Parameters<CustomServiceApi['listMessages']>[0]) => ReturnType<CustomServiceApi['listMessages']>,
): AsyncGenerator<CustomServiceRecord, void, undefined> {
  for (const day of days) {
    let msgid = '1'
    let isLast = false
    while (!isLast) {
      const page = await load({ ...day, msgid, number: pageSize })
      const records = page.number === 0 ? (page.recordlist ?? []) : listOf(method, page, 'recordlist')
      yield* records
      isLast = records.length < pageSize || page.msgid === msgid
      msgid = page.msgid
    }
  }
}
