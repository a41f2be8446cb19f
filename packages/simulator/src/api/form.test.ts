import { describe, expect, it } from 'vitest'
import { readForm } from './form.js'
import { ApiRefusal } from './refusal.js'
import type { ApiRequest } from './request.js'

function request(body: Uint8Array | string, contentType: string): ApiRequest {
  const headers = { 'content-type': contentType }
  return { method: 'POST', path: '/', query: '', headers, body: Buffer.from(body), ip: '127.0.0.1' }
}

async function posted(form: FormData): Promise<ApiRequest> {
  const { body, headers } = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return request(new Uint8Array(await new Response(body).arrayBuffer()), headers.get('content-type') ?? '')
}

async function withFile(fileName: string, content = 'x'): Promise<ApiRequest> {
  const form = new FormData()
  form.set('media', new Blob([content], { type: 'image/png' }), fileName)
  form.set('description', '{"title":"t"}')
  return posted(form)
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiRefusal ? error.errcode : error),
  )
}

describe('a form', () => {
  it('gives a file with its name, type and bytes, and a text', async () => {
    const form = await readForm(await withFile('a b.png', 'bytes'))
    const { fileName, contentType, bytes } = form.file('media')
    expect([fileName, contentType, Buffer.from(bytes).toString()]).toEqual(['a b.png', 'image/png', 'bytes'])
    expect([form.text('description'), form.text('media'), form.text('none')]).toEqual([
      '{"title":"t"}',
      undefined,
      undefined,
    ])
  })

  it.each([
    ['a name that is not ASCII', '图片.png', 'x', 41005],
    ['a name without extension', 'picture', 'x', 40113],
    ['an empty file', 'a.png', '', 44001],
  ])('refuses %s', async (_, name, content, code) => {
    const form = await readForm(await withFile(name, content))
    expect(() => form.file('media')).toThrow(expect.objectContaining({ errcode: code }))
  })

  it('refuses a part that is not there, or that is no file', async () => {
    const form = await readForm(await withFile('a.png'))
    expect(() => form.file('buffer')).toThrow(expect.objectContaining({ errcode: 41005 }))
    expect(() => form.file('description')).toThrow(expect.objectContaining({ errcode: 41005 }))
  })

  it.each([
    ['another content type', '{}', 'application/json'],
    ['no boundary', 'x', 'multipart/form-data'],
    [
      'no end',
      '--b\r\nContent-Disposition: form-data; name="media"; filename="a.png"\r\n\r\nx',
      'multipart/form-data; boundary=b',
    ],
  ])('refuses %s with 41005', async (_, body, contentType) => {
    expect(await codeOf(readForm(request(body, contentType)))).toBe(41005)
  })
})
