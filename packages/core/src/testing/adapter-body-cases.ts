import { type Bench, bodyLimit, witness } from './adapter-case.js'
import type { BodyFate } from './adapter-mount.js'
import { fetchRaw } from './loopback.js'
import { encryptSample, jsonSample, type PushSample, xmlSample } from './push-samples.js'

/** Bodies: whatever a framework did to one, the handler gets what was signed, or the log says how to keep it. */
export function bodyCases(bench: Bench): void {
  const { it, expect, setup, on } = bench
  pushCases(bench, xmlSample, setup.xml)
  pushCases(bench, jsonSample, setup.json)

  if (setup.xml === 'intact') {
    it('a body that arrives in pieces is put together, characters cut in two included', async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        const bytes = Buffer.from(xmlSample.plain)
        const cut = bytes.indexOf('好') + 1
        await fetchRaw(url, {
          method: 'POST',
          headers: { 'content-type': 'text/xml' },
          body: [bytes.subarray(0, cut), bytes.subarray(cut)],
        })
        expect(textOf(requests[0]?.body)).toBe(xmlSample.plain)
      })
    })

    it('an empty body arrives as an empty body', async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        const headers = { 'content-type': 'text/xml' }
        expect((await fetchRaw(url, { method: 'POST', headers, body: '' })).status).toBe(200)
        expect(textOf(requests[0]?.body)).toBe('')
      })
    })
  }

  if (setup.xml === 'intact' && setup.isTextOnly !== true) {
    it('bytes that are no text arrive unchanged', async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        const body = Uint8Array.from({ length: 1024 }, (_, index) => (index * 7) % 256)
        await fetchRaw(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })
        expect(Buffer.from(requests[0]?.body ?? '').equals(body)).toBe(true)
      })
    })
  }

  const sample = setup.xml === 'intact' ? xmlSample : setup.json === 'intact' ? jsonSample : undefined
  if (sample !== undefined) oversizeCases(bench, sample)
}

function pushCases({ it, expect, on, bodyFix }: Bench, sample: PushSample, fate: BodyFate): void {
  const { contentType } = sample
  const post = { method: 'POST', headers: { 'content-type': contentType } }

  if (fate === 'intact') {
    it(`a plaintext push as ${contentType} arrives byte for byte`, async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        expect((await fetchRaw(url, { ...post, body: sample.plain })).status).toBe(200)
        expect(requests.map(({ body }) => textOf(body))).toEqual([sample.plain])
      })
    })
  }

  const texts: readonly ('plain' | 'encrypted')[] =
    fate === 'parsed' ? ['plain'] : fate === 'consumed' ? ['plain', 'encrypted'] : []
  for (const text of texts) {
    it(`a push as ${contentType} (${text}), consumed by a parser, is answered 500 at once and the log names the fix`, async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url, logger }) => {
        const { status, body } = await fetchRaw(url, { ...post, body: sample[text] })
        expect(status).toBe(500)
        expect(body.toString()).toContain('WX_ADAPTER_BODY_CONSUMED')
        expect(requests.length).toBe(0)
        expect(logger.lines.map(({ level }) => level)).toEqual(['error'])
        expect(logger.lines[0]?.fields?.['code']).toBe('WX_ADAPTER_BODY_CONSUMED')
        expect(logger.lines[0]?.message).toMatch(bodyFix)
      })
    })
  }
  if (fate === 'consumed') return

  if (fate === 'refused') {
    it(`a push as ${contentType} is refused by the framework`, async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        const { status } = await fetchRaw(url, { ...post, body: sample.plain })
        expect(status >= 400 && status < 500).toBe(true)
        expect(requests.length).toBe(0)
      })
    })
    return
  }

  it(`an encrypted push as ${contentType} arrives with the text that was signed, in its own kind`, async () => {
    const { requests, handle } = witness()
    await on(handle, async ({ url }) => {
      expect((await fetchRaw(url, { ...post, body: sample.encrypted })).status).toBe(200)
      const body = textOf(requests[0]?.body)
      const envelope =
        contentType === 'text/xml'
          ? /^<xml>.*<Encrypt>(?:<!\[CDATA\[)?(.+?)(?:\]\]>)?<\/Encrypt>/
          : /^\{.*"Encrypt":"(.+)"/
      expect(envelope.exec(body)?.[1]).toBe(encryptSample)
    })
  })
}

function oversizeCases({ it, expect, on }: Bench, { contentType, plain }: PushSample): void {
  const headers = { 'content-type': contentType }
  const pad = ' '.repeat(64 * 1024)
  const oversize = { 'with its length': plain + pad, 'in chunks': [plain, pad] }

  for (const [how, body] of Object.entries(oversize)) {
    it(`a body beyond maxBodyBytes, sent ${how}, is answered 413 and the handler is not asked`, async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        expect((await fetchRaw(url, { method: 'POST', headers, body })).status).toBe(413)
        expect(requests.length).toBe(0)
        expect((await fetchRaw(url, { method: 'POST', headers, body: plain })).status).toBe(200)
      })
    })
  }

  it('a body of exactly maxBodyBytes is taken', async () => {
    const { requests, handle } = witness()
    await on(handle, async ({ url }) => {
      const body = plain + ' '.repeat(bodyLimit - Buffer.byteLength(plain))
      expect((await fetchRaw(url, { method: 'POST', headers, body })).status).toBe(200)
      expect(textOf(requests[0]?.body)).toBe(body)
    })
  })
}

const textOf = (body: Uint8Array | string | undefined): string =>
  body === undefined ? '(no body)' : Buffer.from(body).toString()
