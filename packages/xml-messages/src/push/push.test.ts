import { describe, expect, it } from 'vitest'
import { RenderError } from '../index.js'
import { type PushName, renderPush, samplePush } from './index.js'

describe('renderPush', () => {
  it('writes XML: texts in sections, time and ids bare, lists as siblings', () => {
    expect(renderPush({ CreateTime: '1', MsgId: '1234567890123456789', A: ['x', { B: ']]>' }], C: {} }, 'xml')).toBe(
      '<xml><CreateTime>1</CreateTime><MsgId>1234567890123456789</MsgId><A><![CDATA[x]]></A><A><B><![CDATA[]]]]><![CDATA[>]]></B></A><C></C></xml>',
    )
  })

  it('writes JSON: time and ids as bare numbers, every digit of them', () => {
    expect(renderPush({ CreateTime: '1', MsgId: '1234567890123456789', A: ['x', { B: '"' }] }, 'json')).toBe(
      '{"CreateTime":1,"MsgId":1234567890123456789,"A":["x",{"B":"\\""}]}',
    )
    expect(renderPush({ MsgId: '49d_1' }, 'json')).toBe('{"MsgId":"49d_1"}')
  })

  it.each(['', 'a b', 'a>', '1a', '/a', '!--', '?x', 'a"'])('refuses the name %j', (name) => {
    expect(() => renderPush({ [name]: 'x' }, 'xml')).toThrow(RenderError)
  })
})

describe('samplePush', () => {
  it('takes overrides, in the place of its own', () => {
    expect(samplePush('message:text', { Content: 'hi', FromUserName: 'o9' })).toMatchObject({
      MsgType: 'text',
      Content: 'hi',
      FromUserName: 'o9',
    })
    expect(samplePush('event:scancode_push')).toMatchObject({
      MsgType: 'event',
      Event: 'scancode_push',
      ScanCodeInfo: { ScanType: expect.any(String), ScanResult: expect.any(String) },
    })
  })

  it('does not know other names', () => {
    for (const name of ['event:nothing', 'nothing:text', 'text', 'event:toString']) {
      expect(() => samplePush(name as PushName)).toThrow(RangeError)
    }
  })
})
