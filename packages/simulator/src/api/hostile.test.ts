import { describe, expect, it, onTestFinished } from 'vitest'
import { stage } from '../testing/stage.js'
import { fileAnswer } from './answer.js'
import { plainText } from './drafts/content.js'
import { keptText } from './kept-text.js'
import { readWireJson } from './wire-json.js'

const staged = () => stage(onTestFinished)

describe('what nobody sends by mistake', () => {
  it('a text of nothing but quotes that never ends is no JSON, in time that grows with its length', () => {
    // Twice the length took four times as long once: this one would not end within the time a test has.
    expect(() => readWireJson(`{"a":1234567890123456,"${String.raw`\"`.repeat(500_000)}`)).toThrow(SyntaxError)
  })

  it('a long text is read', () => {
    const text = String.raw`\\`.repeat(2_000_000)
    expect(readWireJson(`{"id":1234567890123456,"a":"${text}"}`)).toEqual({
      id: '1234567890123456',
      a: '\\'.repeat(2_000_000),
    })
  })

  it('JSON in thousands of levels is 47001', async () => {
    const { call } = await staged()
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    expect((await call('POST /cgi-bin/message/mass/sendall', { body: deep })).errcode).toBe(47001)
  })

  it.each([
    ['POST /cgi-bin/message/custom/typing', 'command'],
    ['POST /cgi-bin/message/mass/preview', 'msgtype'],
    ['POST /cgi-bin/comment/list', 'msg_data_id'],
  ])('%s: an object that cannot be a text as %s is refused, not failed at', async (endpoint, field) => {
    const { call, user } = await staged()
    const { status, errcode } = await call(endpoint, {
      body: { touser: user.openid, [field]: { toString: 1, valueOf: 1 } },
    })
    expect(status).toBe(200)
    expect(errcode).toBeGreaterThan(0)
  })

  it('an entity is looked up among entities only', () => {
    expect(plainText('a&amp;b &constructor; &nope;')).toBe('a&b &constructor; &nope;')
  })

  it('a file name is one that a header can hold', () => {
    expect(fileAnswer(new Uint8Array(), 'image/png', '中文"x\r\n.png').headers['content-disposition']).toBe(
      'attachment; filename="___x__.png"',
    )
  })

  it('of a long body the beginning is kept, and how long it was', () => {
    expect(keptText('short')).toBe('short')
    const kept = keptText('x'.repeat(5_000_000))
    expect(kept.length).toBeLessThan(20_000)
    expect(kept).toMatch(/x… \(5000000 bytes\)$/)
  })

  it('calls with long bodies leave little behind', async () => {
    const { call, sim } = await staged()
    await call('POST /cgi-bin/tags/create', { body: { tag: { name: 'x'.repeat(3_000_000) } } })
    const [exchange] = sim.exchanges.list().slice(-1)
    expect(exchange?.request.body.length).toBeLessThan(20_000)
  })

  it('a simulator that was closed has no new accounts', async () => {
    const { sim } = await staged()
    await sim.close()
    expect(() => sim.createAccount()).toThrow(expect.objectContaining({ code: 'WX_SIMULATOR_CLOSED' }))
  })
})
