import { createHash, timingSafeEqual } from 'node:crypto'
import {
  type Clock,
  ConfigError,
  consoleLogger,
  isWxError,
  type Logger,
  redact,
  redactingLogger,
  systemClock,
  type WebHandler,
  type WebResponse,
} from '@wx/core'
import type { Credential, CredentialProvider } from './credential.js'
import { fingerprint, type RelayAnswer, type RelayQuestion } from './from-url.js'

export interface TokenRelayOptions {
  /** Of the client that owns the token: `client.tokens`, or `client.ticket('jsapi')`. */
  readonly tokens: CredentialProvider
  /** Shared with the readers, 16 characters at least; several while it is being changed. */
  readonly secret: string | readonly string[]
  /** The clock of that client; the machine's by default. */
  readonly clock?: Clock
  /** Where refused and failed requests are reported. */
  readonly logger?: Logger
}

/**
 * Hands the token of one service to others that know the secret: one fetches, all call. Mount it behind TLS or within
 * a private network, and read from it with `fromUrl`.
 * @throws ConfigError when a secret is too short
 */
export function tokenRelay({
  tokens,
  secret,
  clock = systemClock,
  logger = consoleLogger,
}: TokenRelayOptions): WebHandler {
  const secrets = [secret].flat()
  if (secrets.length === 0 || secrets.some((it) => typeof it !== 'string' || it.length < 16)) {
    throw new ConfigError('secret', 'whoever knows it gets the token: give 16 random characters at least')
  }
  const log = redactingLogger(logger, redact)

  const known = secrets.map(digest)

  return async ({ method, headers, body }) => {
    const given = /^Bearer (.+)$/i.exec(headers['authorization']?.toString() ?? '')?.[1]
    // Who does not know the secret learns nothing, not even the method.
    if (given === undefined || !isOneOf(digest(given), known)) {
      log.warn('the token relay refused a request that does not know its secret')
      return json(401, { code: 'UNAUTHORIZED', message: 'unknown secret' })
    }
    if (method !== 'POST') return { ...json(405, {}), headers: { ...noStore, allow: 'POST' } }
    try {
      const { token, expiresAt } = await currentOf(tokens, rejectedIn(body))
      const answer: RelayAnswer = { token, expiresInMs: expiresAt - clock.now() }
      return json(200, answer)
    } catch (error) {
      log.error('the token relay has no token to give', { error })
      return json(503, isWxError(error) ? redact(error).toJSON() : {})
    }
  }
}

/** What a reader met is not told; `invalid credential` stands for what makes one ask. */
const refusedThere = 40001

/** A refused token that is still ours is given up first; one that is not was replaced meanwhile. */
async function currentOf(tokens: CredentialProvider, rejected: string | undefined): Promise<Credential> {
  const current = rejected === undefined ? undefined : await tokens.peek()
  if (current !== undefined && fingerprint(current.token) === rejected) {
    await tokens.invalidate({ token: current.token, errcode: refusedThere })
  }
  return tokens.get()
}

const noStore = { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }

const json = (status: number, body: object): WebResponse => ({ status, headers: noStore, body: JSON.stringify(body) })

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Every one is compared, in constant time: how long it takes tells nothing. */
const isOneOf = (given: Buffer, known: readonly Buffer[]): boolean =>
  known.map((it) => timingSafeEqual(it, given)).includes(true)

function rejectedIn(body: Uint8Array | string | undefined): string | undefined {
  try {
    const { rejected } = JSON.parse(Buffer.from(body ?? '').toString()) as RelayQuestion
    return typeof rejected === 'string' ? rejected : undefined
  } catch {
    // A question without a body asks for the token, whatever it is.
    return undefined
  }
}
