import { type Bench, witness } from './adapter-case.js'
import { fetchRaw } from './loopback.js'

/** What surrounds the body: method, path, query, headers; and what is not ours. */
export function requestCases({ it, expect, on, notFound, setup }: Bench): void {
  const query = 'timestamp=1767225600&nonce=b&nonce=a&echostr=%E4%BD%A0+x%2B%26&empty=&bare&a[]=1&__proto__=x'
  if (setup.isQueryParsed === true) {
    it('the names and values of the query arrive: none is lost, changed or mixed with another', async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        await fetchRaw(`${url}?${query}`)
        expect(pairsOf(requests[0]?.query ?? '')).toEqual(pairsOf(query))
      })
    })
  } else {
    it('the query arrives raw: order, duplicates, escapes and plus signs as they were sent', async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        await fetchRaw(`${url}?${query}`)
        expect(requests[0]?.query).toBe(query)
      })
    })
  }

  it('without a query there is an empty one', async () => {
    const { requests, handle } = witness()
    await on(handle, async ({ url }) => {
      await fetchRaw(url)
      await fetchRaw(`${url}?`)
      expect(requests.map(({ query }) => query)).toEqual(['', ''])
    })
  })

  it('method and headers arrive, header names in lower case', async () => {
    const { requests, handle } = witness()
    // Where bodies are consumed, the handler sees no POST.
    const methods = setup.xml === 'consumed' ? ['GET'] : ['GET', 'POST']
    await on(handle, async ({ url }) => {
      const headers = { 'X-Wx-Test': 'One, two', 'User-Agent': 'Mozilla/4.0' }
      for (const method of methods) await fetchRaw(url, { method, headers })
      expect(requests.map(({ method }) => method)).toEqual(methods)
      expect(requests[0]?.headers['x-wx-test']).toBe('One, two')
      expect(requests[0]?.headers['user-agent']).toBe('Mozilla/4.0')
    })
  })

  it('a GET has no body', async () => {
    const { requests, handle } = witness()
    await on(handle, async ({ url }) => {
      await fetchRaw(url)
      expect(requests[0]?.body).toBe(undefined)
    })
  })

  it('the path is ours with and without a slash at its end', async () => {
    const { requests, handle } = witness()
    await on(handle, async ({ url }) => {
      for (const path of [url, `${url}/`, `${url}?a=1`, `${url}/?a=1`]) expect((await fetchRaw(path)).status).toBe(200)
      expect(requests.map(({ path }) => path)).toEqual(['/wx', '/wx/', '/wx', '/wx/'])
    })
  })

  it('another path is left to the application, whose own "not found" answers', async () => {
    const { requests, handle } = witness()
    await on(handle, async ({ origin }) => {
      for (const path of ['/', '/other', '/wxx', '/wx/deeper', '/a/wx', '/other?x=/wx']) {
        const { status, body } = await fetchRaw(origin + path)
        expect(`${path} ${status}`).toBe(`${path} 404`)
        if (notFound !== undefined) expect(body.toString()).toBe(notFound)
      }
      expect((await fetchRaw(`${origin}/other`, { method: 'POST', body: '<xml/>' })).status).toBe(404)
      expect(requests.length).toBe(0)
    })
  })
}

/** Sorted by name; the values of one name stay in their order. */
function pairsOf(query: string): [string, string][] {
  const parameters = new URLSearchParams(query)
  parameters.sort()
  return [...parameters]
}
