import { describe, expectTypeOf, it } from 'vitest'
import type { EventCommon, IncomingMessage, TextMessage, WireTree } from '../index.js'
import { parseMessage } from '../index.js'
import { plain } from './ack.js'
import { opt, type Row, req, tree } from './row.js'

const message: IncomingMessage = parseMessage('')

describe('narrowing', () => {
  it('by kind, then by type, event or infoType', () => {
    if (message.kind === 'message' && message.type === 'text') expectTypeOf(message).toEqualTypeOf<TextMessage>()
    if (message.kind === 'event') {
      switch (message.event) {
        case 'scan':
          expectTypeOf(message.key).toEqualTypeOf<string>()
          break
        case 'location':
          expectTypeOf(message.latitude).toEqualTypeOf<number | undefined>()
          break
        case 'subscribe':
          expectTypeOf(message.ticket).toEqualTypeOf<string | undefined>()
          break
        case 'unknown':
          expectTypeOf(message.rawEvent).toEqualTypeOf<string>()
          break
        // @ts-expect-error there is no such event
        case 'nothing':
          break
      }
    }
    if (message.kind === 'platform' && message.infoType === 'authorized') {
      expectTypeOf(message.authorizationCode).toEqualTypeOf<string>()
    }
  })

  it('by type or event alone, because no member holds a string there', () => {
    if ('type' in message) {
      expectTypeOf<string>().not.toEqualTypeOf(message.type)
      if (message.type === 'voice') expectTypeOf(message.recognition).toEqualTypeOf<string | undefined>()
    }
    if ('event' in message && message.event === 'click') expectTypeOf(message.key).toEqualTypeOf<string>()
  })

  it('the common part needs none', () => {
    expectTypeOf(message.id).toEqualTypeOf<string | undefined>()
    expectTypeOf(message.time).toEqualTypeOf<number>()
    expectTypeOf(message.fields).toEqualTypeOf<WireTree>()
    expectTypeOf(message.wireFormat).toEqualTypeOf<'xml' | 'json'>()
  })

  it('a place is a pair or nothing', () => {
    if (message.kind === 'message' && message.type === 'location') {
      expectTypeOf(message.location).toEqualTypeOf<readonly [latitude: number, longitude: number] | undefined>()
    }
  })
})

interface Item {
  readonly name: string
}
interface Example extends EventCommon {
  readonly event: 'example'
  readonly text: string
  readonly maybe: string | undefined
  readonly count: number | undefined
  readonly flag: boolean | undefined
  readonly items: readonly Item[]
}

const facts = {
  wire: 'example',
  section: 'A1',
  doc: '',
  status: 'current',
  audience: 'both',
  ack: plain,
  replies: false,
} as const
const items = { kind: 'list', path: 'Items', required: true, of: { name: req('string', 'Name') } } as const
const right = {
  text: req('string', 'Text'),
  maybe: opt('string', 'Maybe'),
  count: req('integer', 'Count'),
  flag: opt('flag', 'Flag'),
  items,
} as const

describe('the table is checked against the interfaces, both ways', () => {
  it('a row that fits is taken', () => {
    const row: Row<Example> = { ...facts, fields: right }
    expectTypeOf(row).not.toBeNever()
  })

  it('a missing attribute is refused', () => {
    const { flag: _flag, ...missing } = right
    // @ts-expect-error flag is missing
    const row: Row<Example> = { ...facts, fields: missing }
    expectTypeOf(row).not.toBeNever()
  })

  it('an attribute too many is refused', () => {
    // @ts-expect-error there is no attribute extra
    const row: Row<Example> = { ...facts, fields: { ...right, extra: req('string', 'Extra') } }
    const inner: Row<Example> = {
      ...facts,
      fields: {
        ...right,
        items: {
          kind: 'list',
          path: 'Items',
          required: true,
          // @ts-expect-error nor inside an entry of a list
          of: { name: req('string', 'Name'), extra: req('string', 'Extra') },
        },
      },
    }
    expectTypeOf([row, inner]).not.toBeNever()
  })

  it('a kind that does not fit is refused', () => {
    // @ts-expect-error a text is no integer
    const text: Row<Example> = { ...facts, fields: { ...right, text: req('integer', 'Text') } }
    // @ts-expect-error a number is no text
    const number: Row<Example> = { ...facts, fields: { ...right, count: req('string', 'Count') } }
    // @ts-expect-error a list is no text
    const list: Row<Example> = { ...facts, fields: { ...right, items: req('string', 'Items') } }
    const entry: Row<Example> = {
      ...facts,
      // @ts-expect-error an entry has to fit, too
      fields: { ...right, items: { ...items, of: { name: opt('integer', 'Name') } } },
    }
    expectTypeOf([text, number, list, entry]).not.toBeNever()
  })

  it('required and optional have to match', () => {
    // @ts-expect-error the type says it is always there
    const required: Row<Example> = { ...facts, fields: { ...right, text: opt('string', 'Text') } }
    // @ts-expect-error the type says it may be missing
    const optional: Row<Example> = { ...facts, fields: { ...right, maybe: req('string', 'Maybe') } }
    expectTypeOf([required, optional]).not.toBeNever()
  })

  it('a number that could not be missing has no field: what arrives may not be one', () => {
    interface Promises extends EventCommon {
      readonly event: 'example'
      readonly count: number
    }
    // @ts-expect-error the type has to admit undefined
    const row: Row<Promises> = { ...facts, fields: { count: req('integer', 'Count') } }
    expectTypeOf(row).not.toBeNever()
  })
})

describe('a payload of which only the name is known', () => {
  it('is a wire tree, in the type and in the table', () => {
    interface Opaque extends EventCommon {
      readonly event: 'example'
      readonly info: WireTree
    }
    const row: Row<Opaque> = { ...facts, fields: { info: tree('info') } }
    // @ts-expect-error a wire tree is no text
    const wrong: Row<Opaque> = { ...facts, fields: { info: req('string', 'info') } }
    expectTypeOf([row, wrong]).not.toBeNever()
    if (message.kind === 'event' && message.event === 'channels_ec_order_pay') {
      expectTypeOf(message.orderInfo).toEqualTypeOf<WireTree>()
    }
  })

  it('narrows by name in families that share an interface, too', () => {
    if (message.kind === 'event' && message.event === 'aftersale_user_cancel') {
      expectTypeOf(message.aftersaleInfo.aftersaleId).toEqualTypeOf<string>()
    }
    if (message.kind === 'event' && message.event === 'open_product_order_pay') {
      expectTypeOf(message.orderInfo.payTime).toEqualTypeOf<string>()
    }
  })
})
