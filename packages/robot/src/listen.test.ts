import { Agent, request } from 'node:http'
import { silentLogger } from '@wx/core'
import { fetchRaw } from '@wx/core/testing'
import { generateEncodingAesKey } from '@wx/crypto'
import { openReply, sealPush, signQuery } from '@wx/crypto/testing'
import { renderPush, samplePush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'

const token = 'weixin'
const secrets = { token, encodingAesKey: generateEncodingAesKey(), appId: 'wx0123456789abcdef' }
const text = (content: string) => renderPush(samplePush('message:text', { Content: content }), 'xml')

async function onPort(robot: Robot, use: (url: string) => Promise<void>) {
  robot.text((ctx) => `you said ${ctx.message.content}`)
  const { url } = await robot.listen({ port: 0 })
  try {
    await use(url)
  } finally {
    await robot.close()
  }
}

describe('robot.listen', () => {
  it('answers the URL check over HTTP, on any path', async () => {
    await onPort(new Robot({ token, sessions: false, logger: silentLogger }), async (url) => {
      const { query } = signQuery({ token, echostr: '5837397520665436492' })
      for (const path of ['/', '/wx', '/wx/']) {
        const { status, headers, body } = await fetchRaw(`${url}${path}?${query}`)
        expect([status, body.toString()]).toEqual([200, '5837397520665436492'])
        expect(headers['content-type']).toBe('text/plain; charset=utf-8')
      }
      expect((await fetchRaw(`${url}/?${query.replace('signature=', 'signature=0')}`)).status).toBe(403)
    })
  })

  it('answers a plain push', async () => {
    await onPort(new Robot({ token, sessions: false, logger: silentLogger }), async (url) => {
      const { query } = signQuery({ token })
      const answer = await fetchRaw(`${url}/?${query}`, { method: 'POST', body: text('你好') })
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8')
      expect(answer.headers['content-length']).toBe(String(answer.body.length))
      expect(answer.body.toString()).toContain('<Content><![CDATA[you said 你好]]></Content>')
    })
  })

  it('answers a sealed push sealed', async () => {
    await onPort(new Robot({ ...secrets, sessions: false, logger: silentLogger }), async (url) => {
      const { query, body } = sealPush(text('你好'), secrets)
      const answer = await fetchRaw(`${url}/?${query}`, { method: 'POST', body })
      expect(openReply(answer.body.toString(), secrets)).toContain('you said 你好')
      expect(
        (await fetchRaw(`${url}/?${signQuery({ token }).query}`, { method: 'POST', body: text('x') })).status,
      ).toBe(403)
    })
  })

  it('listens on 127.0.0.1 unless told otherwise, and says where', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    const listening = await robot.listen({ port: 0 })
    expect(listening.host).toBe('127.0.0.1')
    expect(listening.port).toBeGreaterThan(0)
    expect(listening.url).toBe(`http://127.0.0.1:${listening.port}`)
    await robot.close()
  })

  it('writes the host of an IPv6 address in brackets', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    const listening = await robot.listen({ port: 0, host: '::1' }).catch(() => undefined)
    // A machine without IPv6 has nothing to show here.
    if (listening !== undefined) expect(listening.url).toBe(`http://[::1]:${listening.port}`)
    await robot.close()
  })

  it('says so when the port is taken', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    const { port } = await robot.listen({ port: 0 })
    await expect(robot.listen({ port })).rejects.toThrow('EADDRINUSE')
    await robot.close()
  })

  it('close() ends it: the answer under way goes out, nothing new comes in', async () => {
    let finish = (): void => {}
    let isRunning = (): void => {}
    const running = new Promise<void>((resolve) => {
      isRunning = resolve
    })
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    robot.text(async () => {
      isRunning()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return 'the last word'
    })
    const { url } = await robot.listen({ port: 0 })
    const target = `${url}/?${signQuery({ token }).query}`
    const answer = fetchRaw(target, { method: 'POST', body: text('hi') })
    await running
    const closed = robot.close()
    finish()
    expect((await answer).body.toString()).toContain('the last word')
    await closed
    await expect(fetchRaw(target, { method: 'POST', body: text('hi') })).rejects.toThrow('ECONNREFUSED')
  })

  it('close() does not wait for a client that keeps its connection open', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    const { port } = await robot.listen({ port: 0 })
    const agent = new Agent({ keepAlive: true })
    await new Promise<void>((resolve, reject) => {
      const outgoing = request({ port, host: '127.0.0.1', agent }, (incoming) => incoming.resume().on('end', resolve))
      outgoing.on('error', reject).end()
    })
    await robot.close()
    agent.destroy()
  })

  it('close() ends a connection with the answer under way, though the client would keep it open', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    let finish = (): void => {}
    let isRunning = (): void => {}
    const running = new Promise<void>((resolve) => {
      isRunning = resolve
    })
    robot.text(async () => {
      isRunning()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return 'bye'
    })
    const { port } = await robot.listen({ port: 0 })
    const agent = new Agent({ keepAlive: true })
    const connection = new Promise<string | undefined>((resolve, reject) => {
      const path = `/?${signQuery({ token }).query}`
      const outgoing = request({ port, host: '127.0.0.1', agent, method: 'POST', path }, (incoming) => {
        incoming.resume().on('end', () => resolve(incoming.headers.connection))
      })
      outgoing.on('error', reject).end(text('hi'))
    })
    await running
    const closed = robot.close()
    finish()
    expect(await connection).toBe('close')
    await closed
    agent.destroy()
  })

  it('may be closed by either end, in any order, and again', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    const listening = await robot.listen({ port: 0 })
    await listening.close()
    await listening.close()
    await robot.close()
    await robot.close()
  })

  it('is not possible any more after close()', async () => {
    const robot = new Robot({ token, sessions: false, logger: silentLogger })
    await robot.close()
    await expect(robot.listen({ port: 0 })).rejects.toMatchObject({ code: 'WX_ROBOT_CLOSED' })
  })
})
