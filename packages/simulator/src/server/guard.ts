import type { IncomingHttpHeaders } from 'node:http'

/**
 * Why a request to the control routes is refused, or undefined. The server listens on loopback, but every page a browser
 * has open can reach loopback too: by its address (then `Origin` is the page's) or through a name that resolves to
 * 127.0.0.1 (then `Host` is that name). A body that is not JSON can be posted by a form without asking.
 */
export function refusalOf(method: string, headers: IncomingHttpHeaders, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (headers.host === undefined || !hosts.includes(headers.host)) {
    return 'the Host header is not this simulator (DNS rebinding?); use http://127.0.0.1'
  }
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) {
    return 'the request comes from a page of another origin'
  }
  const isWrite = method !== 'GET' && method !== 'HEAD'
  if (isWrite && !/^application\/json(?:;|$)/.test(headers['content-type'] ?? '')) {
    return 'send the body as application/json'
  }
  return undefined
}
