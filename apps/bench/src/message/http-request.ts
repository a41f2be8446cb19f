import type { TextPush } from './text-push.js'

/** Where every contestant's webhook stands. */
export const webhookPath = '/wx'

/** The request as it goes over the wire, with the headers WeChat sends. */
export function httpRequest({ query, body }: TextPush): Buffer {
  const bytes = Buffer.from(body)
  return Buffer.concat([
    Buffer.from(
      `POST ${webhookPath}?${query} HTTP/1.1\r\nUser-Agent: Mozilla/4.0\r\nAccept: */*\r\nHost: 127.0.0.1\r\n` +
        `Pragma: no-cache\r\nConnection: Keep-Alive\r\nContent-Type: text/xml\r\nContent-Length: ${bytes.length}\r\n\r\n`,
    ),
    bytes,
  ])
}
