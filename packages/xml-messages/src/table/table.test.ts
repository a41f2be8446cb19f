import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { eventRows, findEventRow, findMessageRow, messageRows, parseMessage, platformRows, rowOf } from '../index.js'
import { type PushName, renderPush, samplePush } from '../push/index.js'
import type { AnyRow, Field, Fields } from './row.js'

const tables: readonly (readonly [kind: string, rows: Readonly<Record<string, AnyRow>>])[] = [
  ['message', messageRows],
  ['event', eventRows],
  ['platform', platformRows],
]
const rows = tables.flatMap(([kind, table]) =>
  Object.entries(table).map(([key, row]) => ({ name: `${kind}:${key}` as PushName, key, row })),
)

/** What a sample has to be read into, told by the table alone. */
function expected(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([attribute, field]) => [attribute, expectedValue(field)]))
}

function expectedValue(field: Field): unknown {
  switch (field.kind) {
    case 'object':
      return expected(field.of)
    case 'list': {
      const item = typeof field.of === 'string' ? 7 : expected(field.of)
      return [item, item]
    }
    case 'tree':
      return { id: '9007199254740993123', name: 'name 示例' }
    case 'point':
      return [23.134521, 113.358803]
    case 'integer':
      return 7
    case 'decimal':
      return 23.134521
    case 'time':
      return 1482048670
    case 'flag':
      return true
    case 'id':
      return '9007199254740993123'
    case 'string':
      return `${field.path} 示例`
    case 'base64':
      return 'aGVsbG8='
    case 'json':
      return JSON.stringify({ [field.path]: true })
  }
}

describe('the table', () => {
  it('has every message, event and platform push of the reference', () => {
    expect(tables.map(([, table]) => Object.keys(table).length)).toEqual([11, 198, 10])
  })

  it.each(rows)('$name is read alike from XML and JSON, every attribute of it', ({ name, row }) => {
    const sample = samplePush(name)
    const fromXml = parseMessage(renderPush(sample, 'xml'))
    const fromJson = parseMessage(renderPush(sample, 'json'))
    expect(fromXml).toMatchObject(expected(row.fields))
    const { raw, wireFormat, ...rest } = fromXml
    expect({ ...fromJson, raw, wireFormat }).toEqual({ ...rest, raw, wireFormat })
    expect(rowOf(fromXml)).toBe(row)
  })

  it.each(rows)('$name is read without its fields, too', ({ name, row }) => {
    const sample = samplePush(name)
    const bare = Object.fromEntries(
      ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', 'Event', 'InfoType'].flatMap((field) =>
        sample[field] === undefined ? [] : [[field, sample[field]]],
      ),
    )
    const message: unknown = parseMessage(renderPush(bare, 'xml'))
    expect(Object.keys(message as object)).toEqual(expect.arrayContaining(Object.keys(row.fields)))
  })

  it.each(rows)('$name stands under its lower-case wire name', ({ key, row }) => {
    expect(key).toBe(row.wire.toLowerCase())
  })

  it('finds rows in any letter case and by every alias (M7, Q7)', () => {
    expect(findEventRow('SCAN')?.key).toBe('scan')
    expect(findEventRow('Scan')?.key).toBe('scan')
    expect(findEventRow('WifiConnected')?.key).toBe('wificonnected')
    expect(findEventRow('FREEPUBLISHJOBFINISH')?.key).toBe('publishjobfinish')
    expect(findMessageRow('Text')?.key).toBe('text')
    expect(findEventRow('toString')).toBeUndefined()
    expect(findMessageRow('__proto__')).toBeUndefined()
  })

  it('says the same about a row in the table and in the documentation of its interface', () => {
    const folder = new URL('.', import.meta.url)
    const sources = [
      ...['messages.ts', 'platform.ts'],
      ...readdirSync(new URL('events/', folder)).map((file) => `events/${file}`),
    ].map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const said = new Map(
      sources.flatMap((source) =>
        [...source.matchAll(/\/\*\* (.*) \*\/\nexport interface \w+ extends [^{]*\{\n {2}readonly \w+: '(\w+)'/g)].map(
          ([, doc, key]) => [key, doc] as const,
        ),
      ),
    )
    // Rows of a family that differ in nothing but the name share an interface, and have no line of their own there.
    const own = rows.filter(({ key }) => said.has(key))
    expect(own.length).toBeGreaterThan(150)
    // `location` is a message and an event: the later one is the event, whose line differs.
    const differing = own.filter(({ key, row }) => said.get(key) !== row.doc).map(({ name }) => name)
    expect(differing).toEqual(['message:location'])
  })

  it('acknowledges money and goods only when they have changed hands', () => {
    const guaranteed = rows.filter(({ row }) => row.ack.guaranteed).map(({ key }) => key)
    expect(guaranteed).toEqual(
      expect.arrayContaining(rows.map(({ key }) => key).filter((key) => /^xpay_|^minigame_/.test(key))),
    )
    expect(guaranteed).toContain('retail_refund_notify')
    expect(guaranteed).not.toContain('text')
    expect(eventRows.xpay_goods_deliver_notify.ack.retryAfterSeconds.slice(0, 4)).toEqual([2, 4, 8, 16])
    expect(eventRows.xpay_goods_deliver_notify.ack.retryAfterSeconds).toHaveLength(15)
    expect(eventRows.xpay_subscribe_ios_refund_query_notify.ack.deadlineMs).toBe(3000)
    expect(eventRows.minigame_h5_goods_deliver_notify.ack.retryAfterSeconds).toHaveLength(15)
    expect(messageRows.text.ack).toEqual({
      form: 'success',
      deadlineMs: 5000,
      retryAfterSeconds: [5, 5],
      guaranteed: false,
    })
  })

  it('says of every push with a form of its own what yes and no are, or that only the handler knows', () => {
    const forms = rows.filter(({ row }) => row.ack.form !== 'success')
    expect(forms.filter(({ row }) => row.ack.no === undefined)).toEqual([])
    const questions = forms.filter(({ row }) => row.ack.yes === undefined).map(({ key }) => key)
    expect(questions).toHaveLength(29)
    expect(questions).toEqual(expect.arrayContaining(['xpay_subscribe_ios_refund_query_notify', 'add_waybill']))
    expect(eventRows.update_waybill_status.ack.yes).toEqual({ resultcode: 0, resultmsg: 'ok' })
    expect(eventRows.open_product_receive_coupon.ack.yes).toEqual({ ret_code: 0, ret_msg: 'ok' })
    expect(eventRows.xpay_coin_pay_notify.ack.yes).toEqual({ ErrCode: 0, ErrMsg: 'success' })
  })

  it('hands on a payload of which only the name is known, wrapped in XML and beside the header in JSON', () => {
    const header = { FromUserName: 'o1', ToUserName: 'gh_1', CreateTime: '1', MsgType: 'event' }
    const complaint = (rest: object, format: 'xml' | 'json'): unknown => {
      const push = parseMessage(renderPush({ ...header, Event: 'complaint_callback', ...rest }, format))
      return push.kind === 'event' && push.event === 'complaint_callback' ? push.bussiCallBackInfo : undefined
    }
    expect(complaint({ BussiCallBackInfo: { complaint_id: '200' } }, 'xml')).toEqual({ complaint_id: '200' })
    expect(complaint({ complaint_id: '200' }, 'json')).toMatchObject({ complaint_id: '200' })
    const order = parseMessage(renderPush({ ...header, Event: 'channels_ec_order_pay', order_info: 'text' }, 'xml'))
    expect(order.kind === 'event' && order.event === 'channels_ec_order_pay' && order.orderInfo).toEqual({})
  })
})
