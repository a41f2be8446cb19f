import { describe, expect, it } from 'vitest'
import { ParseError, parseEnvelope, parseMessage } from '../index.js'

const xml = (fields: Readonly<Record<string, string>>): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</xml>`

const people = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: '1482048670' }
const text = { ...people, MsgType: 'text', Content: 'a', MsgId: '1' }
const event = { ...people, MsgType: 'event', Event: 'SCAN', EventKey: 'k', Ticket: 't' }
const without = (fields: Readonly<Record<string, string>>, name: string): Record<string, string> => {
  const { [name]: _gone, ...rest } = fields
  return rest
}

const code = (body: string): string => {
  try {
    parseMessage(body)
    return 'accepted'
  } catch (error) {
    return error instanceof ParseError ? error.code : String(error)
  }
}

describe('what a push needs (M9)', () => {
  it.each(['ToUserName', 'FromUserName', 'CreateTime'])('a message needs a %s that is not empty', (name) => {
    expect(code(xml(without(text, name)))).toBe('WX_XML_HEADER')
    expect(code(xml({ ...text, [name]: '' }))).toBe('WX_XML_HEADER')
  })

  it.each(['Event', 'CreateTime'])('an event needs a %s', (name) => {
    expect(code(xml(without(event, name)))).toBe('WX_XML_HEADER')
    expect(code(xml({ ...event, [name]: ' ' }))).toBe('WX_XML_HEADER')
  })

  it('an event does without sender and receiver', () => {
    expect(parseMessage(xml({ CreateTime: '1', MsgType: 'event', Event: 'CLICK' }))).toMatchObject({
      event: 'click',
      source: '',
      target: '',
      key: '',
    })
  })

  it('nothing at all is no push', () => {
    expect(code('<xml></xml>')).toBe('WX_XML_HEADER')
    expect(code('<xml/>')).toBe('WX_XML_HEADER')
    expect(code('{}')).toBe('WX_XML_HEADER')
    expect(code(xml({ ...people, MsgType: '' }))).toBe('WX_XML_HEADER')
  })

  it('the probe of the hosting platform is told from it', () => {
    for (const body of [xml({ action: 'CheckContainerPath' }), '{"action":"CheckContainerPath"}']) {
      expect(parseMessage(body)).toMatchObject({ kind: 'probe', source: '', time: 0, raw: body })
    }
    expect(code(xml({ action: 'Other' }))).toBe('WX_XML_HEADER')
  })

  it('an envelope says that it has to be decrypted', () => {
    expect(code(xml({ ToUserName: 'g', Encrypt: 'abc' }))).toBe('WX_XML_ENCRYPTED')
    expect(code('{"ToUserName":"g","Encrypt":"abc"}')).toBe('WX_XML_ENCRYPTED')
  })

  it('a body with both can be read as either (Q3)', () => {
    const both = xml({ ...text, Encrypt: 'abc' })
    expect(parseEnvelope(both)).toEqual({ format: 'xml', encrypt: 'abc' })
    expect(parseMessage(both)).toMatchObject({ type: 'text', fields: { Encrypt: 'abc' } })
    expect(parseEnvelope(xml(text))).toEqual({ format: 'xml', encrypt: undefined })
  })
})

describe('telling pushes apart (M7, M8)', () => {
  it('MsgType and Event compare without case and white space; the spelling stays in fields', () => {
    for (const MsgType of ['event', 'Event', 'EVENT', '<![CDATA[ event ]]>']) {
      expect(parseMessage(xml({ ...event, MsgType, Event: '<![CDATA[ Scan\n]]>' }))).toMatchObject({
        kind: 'event',
        event: 'scan',
        fields: { Event: ' Scan\n' },
      })
    }
    expect(parseMessage(xml({ ...text, MsgType: 'TEXT' }))).toMatchObject({ type: 'text', fields: { MsgType: 'TEXT' } })
  })

  it('the message location and the event LOCATION are two things', () => {
    expect(parseMessage(xml({ ...text, MsgType: 'location', Location_X: '1.5', Location_Y: '2' }))).toMatchObject({
      kind: 'message',
      type: 'location',
      location: [1.5, 2],
    })
    expect(parseMessage(xml({ ...event, Event: 'LOCATION', Latitude: '1.5' }))).toMatchObject({
      kind: 'event',
      event: 'location',
      latitude: 1.5,
    })
  })

  it('element names mind the case', () => {
    expect(parseMessage(xml({ ...without(text, 'Content'), content: 'no' }))).toMatchObject({ content: '' })
  })

  it('what is unknown is a message all the same, with everything it held', () => {
    expect(parseMessage(xml({ ...text, MsgType: 'Hologram', Depth: '3' }))).toMatchObject({
      kind: 'message',
      type: 'unknown',
      rawType: 'Hologram',
      source: 'o1',
      fields: { Depth: '3' },
    })
    expect(parseMessage(xml({ ...event, Event: 'Brand_New', Depth: '3' }))).toMatchObject({
      kind: 'event',
      event: 'unknown',
      rawEvent: 'Brand_New',
      fields: { Depth: '3' },
    })
    expect(parseMessage(xml({ InfoType: 'brand_new', AppId: 'wx1', CreateTime: '1' }))).toMatchObject({
      kind: 'platform',
      infoType: 'unknown',
      rawInfoType: 'brand_new',
      source: '',
      fields: { AppId: 'wx1' },
    })
  })

  it('a type called unknown is unknown', () => {
    expect(parseMessage(xml({ ...text, MsgType: 'unknown' }))).toMatchObject({ type: 'unknown', rawType: 'unknown' })
  })
})

describe('numbers and ids (M4)', () => {
  it('ids keep their digits', () => {
    expect(parseMessage(xml({ ...text, MsgId: '9223372036854775807' })).id).toBe('9223372036854775807')
  })

  it('leading zeros of a text survive', () => {
    expect(parseMessage(xml({ ...event, Event: 'user_get_card', UserCardCode: '018255396048' }))).toMatchObject({
      userCardCode: '018255396048',
    })
  })

  it.each(['', 'many', '1,5', '0x10', 'NaN', 'Infinity', '1 2', '--1'])('%j is no number, and no error', (value) => {
    const message = parseMessage(
      xml({ ...text, MsgType: 'location', Location_X: value, Location_Y: '1', Scale: value }),
    )
    expect(message).toMatchObject({ location: undefined, scale: undefined, fields: { Scale: value } })
    expect(parseMessage(xml({ ...event, Event: 'LOCATION', Latitude: value }))).toMatchObject({ latitude: undefined })
  })

  it('an integer that a number cannot hold is none', () => {
    const message = parseMessage(xml({ ...text, MsgType: 'location', Scale: '9007199254740993' }))
    expect(message).toMatchObject({ scale: undefined, fields: { Scale: '9007199254740993' } })
  })

  it('a CreateTime that is no number is 0', () => {
    expect(parseMessage(xml({ ...text, CreateTime: 'today' })).time).toBe(0)
    expect(parseMessage(xml({ ...text, CreateTime: '0x10' })).time).toBe(0)
  })

  it('a flag is 0 or 1, or true or false', () => {
    const given = (IsReturnBack: string): unknown =>
      parseMessage(xml({ ...event, Event: 'user_gifting_card', IsReturnBack }))
    expect(['1', 'true', '0', 'false', '2', ''].map(given)).toMatchObject(
      [true, true, false, false, undefined, undefined].map((isReturnBack) => ({ isReturnBack })),
    )
  })
})
