import { createHash } from 'node:crypto'
import { ConfigError } from '@wx/core'
import { startDeadline } from '../call/deadline.js'
import { TokenUnavailableError } from '../errors/token-errors.js'
import type { TokenContext, TokenSource } from './credential.js'
import { CredentialKeeper } from './keeper.js'

/** What a reader asks a relay: `POST`, with the secret as bearer. */
export interface RelayQuestion {
  /** Of the token WeChat refused, so that the relay can tell whether it is still its own; never the token itself. */
  readonly rejected?: string
}

/** What a relay answers. Spans, not times: two machines' clocks differ. */
export interface RelayAnswer {
  readonly token: string
  readonly expiresInMs: number
}

/** How a token is named without being told. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A relay renews five to three minutes early; who reads from it comes after that. */
const freshness = { earlyMs: 120_000, jitterMs: 60_000 }

const timeoutMs = 20_000

/**
 * Takes the token from the service that owns it, which mounts `tokenRelay`.
 * @param url of the relay; `https`, or within a private network
 * @param secret the relay's
 */
export function fromUrl(url: string, secret: string): TokenSource {
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new ConfigError('url', 'the http(s) address of a token relay')
  return (context) => {
    context.hide(secret)
    return new CredentialKeeper(
      { ...context, store: undefined, lock: undefined, readOnly: false },
      {
        kind: 'access_token',
        isHarmless: true,
        freshness,
        fetch: async (rejected) => {
          const question: RelayQuestion = rejected === undefined ? {} : { rejected: fingerprint(rejected) }
          const { token, expiresInMs } = await ask(context, { url, secret, question })
          return { token, expiresInSeconds: expiresInMs / 1000 }
        },
      },
    )
  }
}

interface Ask {
  readonly url: string
  readonly secret: string
  readonly question: RelayQuestion
}

async function ask({ http, clock, signal }: TokenContext, { url, secret, question }: Ask): Promise<RelayAnswer> {
  const place = new URL(url).origin
  const deadline = startDeadline(clock, { timeoutMs, signals: [signal] })
  try {
    const { status, body } = await http({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify(question)),
      signal: deadline.signal,
    })
    const text = await new Response(body).text()
    if (status !== 200) throw new TokenUnavailableError(refused(place, { status, text }))
    return answerOf(text, place)
  } catch (cause) {
    if (cause instanceof TokenUnavailableError) throw cause
    const why = deadline.expired() ? `did not answer within ${timeoutMs} ms` : 'cannot be reached, or broke off'
    throw new TokenUnavailableError(`the token relay at ${place} ${why}. Start it, or look at its log.`)
  } finally {
    deadline.stop()
  }
}

function answerOf(text: string, place: string): RelayAnswer {
  const answer = jsonOf(text)
  const { token, expiresInMs } = answer
  if (typeof token === 'string' && token !== '' && typeof expiresInMs === 'number' && expiresInMs > 0) {
    return { token, expiresInMs }
  }
  throw new TokenUnavailableError(
    `what answers at ${place} is no token relay, or one of another version: its answer has no token. Check the url.`,
  )
}

function refused(place: string, { status, text }: { status: number; text: string }): string {
  if (status === 401) return `the token relay at ${place} does not know the secret. Give both sides the same one.`
  const { code, message } = jsonOf(text)
  const words = typeof code === 'string' && typeof message === 'string' ? ` (${code}: ${message})` : ''
  return `the token relay at ${place} answered HTTP ${status}${words}. The reason is in its log.`
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
