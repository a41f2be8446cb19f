import type { KeyObject } from 'node:crypto'
import { type Clock, ConfigError, systemClock } from '@wx/core'
import { type ApiSymmetricKey, checkSn, readSymmetricKey } from './api-keys.js'
import { checkAppId } from './settings.js'

/** Reads and writes JSON. `JSON` is one; give another where 64-bit integers must stay exact. */
export interface JsonCodec {
  parse(text: string): unknown
  stringify(value: unknown): string
}

/** What both sides of secured calls are told. */
export interface ApiPartyOptions {
  /** App id of the account. */
  readonly appId: string
  /** The console's symmetric key. */
  readonly symmetricKey: ApiSymmetricKey
  /** The time of what is sent, and for judging what is received; the machine's when not given. */
  readonly clock?: Clock
  /** How far the other side's time may be from this one's, both ways. Seconds, 300 when not given. */
  readonly maxSkewSeconds?: number
  /** Reads and writes the encrypted JSON; `JSON` when not given. */
  readonly json?: JsonCodec
}

/** The same, checked. */
export interface ApiParty {
  readonly appId: string
  readonly sn: string
  readonly key: KeyObject
  readonly maxSkewSeconds: number
  readonly json: JsonCodec
  /** Unix seconds. */
  now(): number
}

const defaultSkewSeconds = 300

/**
 * @throws CryptoError of kind `key` for a symmetric key that is none
 * @throws ConfigError for any other setting that cannot be right
 */
export function createParty(options: ApiPartyOptions): ApiParty {
  const { symmetricKey, clock = systemClock, maxSkewSeconds = defaultSkewSeconds, json = JSON } = options
  if (typeof maxSkewSeconds !== 'number' || !(maxSkewSeconds >= 0)) {
    throw new ConfigError('maxSkewSeconds', 'must be a number of seconds, not negative')
  }
  return {
    appId: checkAppId(options.appId),
    sn: checkSn('symmetricKey.sn', symmetricKey?.sn),
    key: readSymmetricKey(symmetricKey?.key),
    maxSkewSeconds,
    json,
    now: () => Math.floor(clock.now() / 1000),
  }
}

/** What the tag vouches for beside the text. */
export function aadOf({ appId, sn }: ApiParty, path: string, timestamp: string): string {
  return [path, appId, timestamp, sn].join('|')
}
