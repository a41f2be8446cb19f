import { type Bench, witness, xmlHeaders } from './adapter-case.js'
import { fetchRaw } from './loopback.js'

const plainHeaders = { 'content-type': 'text/plain' }

/** The answer goes out as the handler gave it, with its length in bytes. */
export function answerCases({ it, expect, on, setup }: Bench): void {
  const post = { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<xml/>' }
  const reply = '<xml><Content><![CDATA[收到：你好 🌏]]></Content></xml>'

  it('a GET is answered with the exact bytes of its echo, as plain text', async () => {
    const echo = '5837397520665436492'
    const { handle } = witness({ status: 200, headers: plainHeaders, body: echo })
    await on(handle, async ({ url }) => {
      const { status, headers, body } = await fetchRaw(`${url}?echostr=${echo}`)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/plain')
      expect(headers['content-length']).toBe(String(echo.length))
      expect(body.toString()).toBe(echo)
    })
  })

  if (setup.xml === 'intact') {
    it('a POST is answered 200 with the content type of the handler and the length in bytes', async () => {
      const { handle } = witness({ status: 200, headers: { ...xmlHeaders, 'x-robot': 'yes' }, body: reply })
      await on(handle, async ({ url }) => {
        const { status, headers, body } = await fetchRaw(url, post)
        expect(status).toBe(200)
        expect(headers['content-type']).toBe(xmlHeaders['content-type'])
        expect(headers['x-robot']).toBe('yes')
        expect(headers['content-length']).toBe(String(Buffer.byteLength(reply)))
        expect(body.toString()).toBe(reply)
      })
    })
  }

  it('an answer of bytes goes out unchanged, a view into a larger buffer included', async () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
    const { handle } = witness({ status: 200, headers: plainHeaders, body: bytes.subarray(100, 400) })
    await on(handle, async ({ url }) => {
      const { headers, body } = await fetchRaw(url)
      expect(headers['content-length']).toBe('300')
      expect(body.equals(bytes.subarray(100, 400))).toBe(true)
    })
  })

  it('an empty answer is an empty body of length 0', async () => {
    const { handle } = witness({ status: 200, headers: plainHeaders, body: '' })
    await on(handle, async ({ url }) => {
      const { status, headers, body } = await fetchRaw(url)
      expect([status, headers['content-length'], body.length]).toEqual([200, '0', 0])
    })
  })

  for (const status of [400, 401, 403, 405, 500, 503]) {
    it(`a ${status} of the handler stays a ${status}, body and headers included`, async () => {
      const { handle } = witness({ status, headers: { ...plainHeaders, allow: 'GET, POST' }, body: '拒绝' })
      await on(handle, async ({ url }) => {
        const answer = await fetchRaw(url)
        expect(answer.status).toBe(status)
        expect(answer.headers.allow).toBe('GET, POST')
        expect(answer.body.toString()).toBe('拒绝')
      })
    })
  }

  it('a redirect of the handler is passed on, not followed', async () => {
    const location = 'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0&state=a%26b#wechat_redirect'
    const { handle } = witness({ status: 302, headers: { location }, body: '' })
    await on(handle, async ({ url }) => {
      const { status, headers } = await fetchRaw(url)
      expect([status, headers.location]).toEqual([302, location])
    })
  })

  it('requests side by side get each their own answer', async () => {
    await on(
      ({ query }) => Promise.resolve({ status: 200, headers: plainHeaders, body: query }),
      async ({ url }) => {
        const queries = Array.from({ length: 20 }, (_, index) => `n=${index}`)
        const answers = await Promise.all(queries.map((query) => fetchRaw(`${url}?${query}`)))
        expect(answers.map(({ body }) => body.toString())).toEqual(queries)
      },
    )
  })
}
