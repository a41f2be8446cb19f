import { randomBytes, randomInt } from 'node:crypto'
import { ConfigError } from '@wx/core'
import { sealApiBody } from './api-cipher.js'
import { apiHeader } from './api-headers.js'
import { type ApiParty, aadOf } from './api-party.js'
import type { SignedParts } from './api-signature.js'
import type { JsonObject } from './json-object.js'

/** Bytes of the random member; not always as many, so that equal texts do not show by their length. */
const noise = { min: 16, max: 32 } as const

/** An encrypted body, and what its signature is about. */
export interface SealedApiMessage {
  readonly body: string
  readonly parts: SignedParts
  /** Those that every message has; the signature's are the sender's to add. */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Adds the members that bind the text to sender and time, and encrypts it.
 * @throws ConfigError unless JSON can express the content, and it has no members of these names
 */
export function sealApi(party: ApiParty, path: string, content: Readonly<JsonObject>): SealedApiMessage {
  const seconds = party.now()
  const plaintext = writeContent(party, content, {
    _n: randomBytes(randomInt(noise.min, noise.max + 1))
      .toString('base64')
      .replace(/=+$/, ''),
    _appid: party.appId,
    _timestamp: seconds,
  })
  const timestamp = String(seconds)
  const body = sealApiBody(plaintext, { key: party.key, aad: aadOf(party, path, timestamp) })
  return {
    body,
    parts: { path, appId: party.appId, timestamp, body: Buffer.from(body) },
    headers: { [apiHeader.appId]: party.appId, [apiHeader.timestamp]: timestamp },
  }
}

function writeContent(
  { json }: ApiParty,
  content: Readonly<JsonObject>,
  security: Readonly<Record<string, unknown>>,
): string {
  for (const name of Object.keys(security)) {
    if (Object.hasOwn(content, name)) throw new ConfigError('body', `must not have ${name}: it is added here`)
  }
  try {
    return json.stringify({ ...security, ...content })
  } catch (cause) {
    throw new ConfigError('body', 'cannot be written as JSON: it has a circle or a bigint (see json)', { cause })
  }
}
