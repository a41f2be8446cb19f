import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { isWxError } from '../errors.js'
import { encryptSample } from '../testing/push-samples.js'
import { type DecoratedRequest, readBody, takeBody } from './body.js'

interface Shape {
  readonly contentType?: string
  readonly rawBody?: unknown
  readonly body?: unknown
  /** What is still in the stream; without it the stream was read to its end. */
  readonly stream?: readonly Uint8Array[]
}

/** A request in the state a framework left it. */
async function requestOf({ contentType = 'text/xml', stream, ...decorations }: Shape): Promise<DecoratedRequest> {
  const request = new IncomingMessage(new Socket())
  request.headers['content-type'] = contentType
  for (const chunk of stream ?? []) request.push(chunk)
  request.complete = true
  request.push(null)
  if (stream === undefined) {
    request.push(null)
    for await (const _ of request) {
      // to its end, as a parser reads it
    }
  }
  return Object.assign(request, decorations)
}

const read = async (shape: Shape, maxBodyBytes = 1024): Promise<string> => {
  const body = await readBody(await requestOf(shape), { maxBodyBytes })
  return Buffer.from(body).toString()
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => 'no error',
    (thrown: unknown) => thrown,
  )
  return isWxError(error) ? error.code : String(error)
}

const bytes = (text: string): Buffer => Buffer.from(text)

describe('readBody', () => {
  it('prefers a kept rawBody, then bytes or text in body, then the unread stream', async () => {
    const stream = [bytes('stream')]
    expect(await read({ rawBody: bytes('raw'), body: { a: 1 } })).toBe('raw')
    expect(await read({ rawBody: '原文', body: { a: 1 }, stream })).toBe('原文')
    expect(await read({ body: bytes('bytes') })).toBe('bytes')
    expect(await read({ body: '文字' })).toBe('文字')
    expect(await read({ stream })).toBe('stream')
  })

  it('learns nothing from a body that is {}, empty or of another kind while the stream is unread', async () => {
    for (const body of [undefined, {}, null, '', bytes(''), { Encrypt: encryptSample }]) {
      expect(await read({ body, stream: [bytes('stream')] })).toBe('stream')
    }
  })

  it('an empty text that a parser read is an empty body', async () => {
    expect(await read({ body: '' })).toBe('')
    expect(await read({ stream: [] })).toBe('')
  })

  it('hands out the very bytes, in one piece', async () => {
    const all = Uint8Array.from({ length: 256 }, (_, index) => index)
    const request = await requestOf({ stream: [all.subarray(0, 100), all.subarray(100, 101), all.subarray(101)] })
    expect(await readBody(request, { maxBodyBytes: 256 })).toEqual(Buffer.from(all))
  })

  it('puts bytes together again where somebody set an encoding', async () => {
    for (const encoding of ['utf8', 'latin1', 'hex', 'base64'] as const) {
      const request = await requestOf({ stream: [bytes('你好').subarray(0, 2), bytes('你好').subarray(2)] })
      request.setEncoding(encoding)
      expect(Buffer.from(await readBody(request, { maxBodyBytes: 256 })).toString()).toBe('你好')
    }
  })

  it('counts the limit in bytes, wherever the body was found', async () => {
    for (const shape of [{ rawBody: '你好' }, { body: '你好' }, { body: bytes('你好') }, { stream: [bytes('你好')] }]) {
      expect(await read(shape, 6)).toBe('你好')
      expect(await codeOf(read(shape, 5))).toBe('WX_ADAPTER_BODY_TOO_LARGE')
    }
  })

  it('restores an encrypted envelope, in the kind it had', async () => {
    const asXml = `<xml><Encrypt>${encryptSample}</Encrypt></xml>`
    const asJson = `{"Encrypt":"${encryptSample}"}`
    const contentType = 'application/json; charset=utf-8'
    expect(await read({ body: { ToUserName: 'gh_0', Encrypt: encryptSample }, contentType })).toBe(asJson)
    expect(await read({ body: { xml: { Encrypt: [encryptSample] } } })).toBe(asXml)
    expect(await read({ body: { xml: { Encrypt: encryptSample } } })).toBe(asXml)
    expect(await read({ body: { Encrypt: [encryptSample] } })).toBe(asXml)
  })

  it('S14: restores no envelope that was not exactly one signed text', async () => {
    const bodies = [
      { Encrypt: [encryptSample, encryptSample] },
      { xml: { Encrypt: [encryptSample, encryptSample] } },
      { xml: { Encrypt: ['<a/>'] } },
      { xml: { Encrypt: [{ _: encryptSample }] } },
      { xml: [{ Encrypt: encryptSample }] },
      { deeper: { Encrypt: encryptSample } },
      { Encrypt: '' },
      { Encrypt: { $ne: '' } },
      Object.create({ Encrypt: encryptSample }) as object,
      [encryptSample],
      undefined,
      null,
      true,
      7,
    ]
    for (const body of bodies) expect(await codeOf(read({ body }))).toBe('WX_ADAPTER_BODY_CONSUMED')
  })

  it('says what it found and how to keep the bytes', async () => {
    const failureOf = async (body: unknown, bodyFix?: string): Promise<string> => {
      const request = await requestOf({ body })
      return readBody(request, { maxBodyBytes: 9, bodyFix }).then(String, (error: Error) => error.message)
    }
    expect(await failureOf({ MsgId: 1 })).toMatch(/found a parsed object.*Mount the handler before body parsers/)
    expect(await failureOf({ xml: { MsgId: ['1'] } }, 'Turn it off.')).toMatch(/parsed XML object.* Turn it off\.$/)
    expect(await failureOf(undefined)).toMatch(/found an empty stream and no body/)
    expect(await failureOf(null)).toMatch(/found a body of type null/)
  })

  it('never waits for bytes that somebody else has taken', async () => {
    const request = await requestOf({ stream: [bytes('first'), bytes('rest')] })
    request.once('readable', () => request.read(5))
    await new Promise((resolve) => request.once('data', resolve))
    expect(await codeOf(readBody(request, { maxBodyBytes: 1024 }))).toBe('WX_ADAPTER_BODY_CONSUMED')
  })

  it('a request that is gone is a client that hung up, not a mistake of the set-up', async () => {
    const request = await requestOf({ stream: [bytes('part')] })
    request.complete = false
    request.on('error', () => {}).destroy(new Error('reset'))
    expect(await codeOf(readBody(request, { maxBodyBytes: 1024 }))).toBe('WX_ADAPTER_CLIENT_HUNG_UP')
  })

  it('a request that ends without a word while it is read is one too', async () => {
    const request = new IncomingMessage(new Socket())
    request.push(bytes('part'))
    const code = codeOf(readBody(request, { maxBodyBytes: 1024 }))
    request.destroy()
    expect(await code).toBe('WX_ADAPTER_CLIENT_HUNG_UP')
  })

  it('leaves nothing on the connection, however it ended', async () => {
    for (const maxBodyBytes of [3, 1024]) {
      const request = await requestOf({ stream: [bytes('four')] })
      const before = request.socket?.eventNames()
      await readBody(request, { maxBodyBytes }).catch(() => {})
      expect(request.socket?.eventNames()).toEqual(before)
    }
  })

  it('tells of one end only, whatever the stream says afterwards', async () => {
    const request = await requestOf({ stream: [bytes('four')] })
    const taken: unknown[] = []
    takeBody(request, { maxBodyBytes: 3 }, (error) => taken.push(error))
    await new Promise((resolve) => setImmediate(resolve))
    request.emit('data', bytes('more'))
    request.emit('end')
    request.emit('close')
    expect(taken).toHaveLength(1)
  })
})
