import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'

/** How one address answered. */
export interface Reached {
  readonly ip: string
  readonly isReached: boolean
  readonly tookMs: number
}

/** `ping` is given one second by the platform. https://developers.weixin.qq.com/doc/service/Basic_Information/Network_Detection.html */
const deadlineMs = 1_000

/** The addresses of an URL's host; none where the name has no address. */
export async function addressesOf(url: URL): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const found = await lookup(host, { all: true }).catch(() => [])
  return [...new Set(found.map(({ address }) => address))]
}

/** Connects to the URL's port at this address: a ping needs rights that a development tool does not ask for. */
export function reach(ip: string, url: URL): Promise<Reached> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const begun = performance.now()
  return new Promise((resolve) => {
    const socket = connect({ host: ip, port })
    const end = (isReached: boolean) => {
      socket.destroy()
      resolve({ ip, isReached, tookMs: performance.now() - begun })
    }
    socket.setTimeout(deadlineMs, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
