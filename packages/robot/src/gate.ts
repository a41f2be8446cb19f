import { CryptoError, type MessageCrypto, verifySignature } from '@wx/crypto'
import { type IncomingMessage, ParseError, parseEnvelope, parseMessage } from '@wx/xml-messages'
import { type PushQuery, type PushRequest, readPushQuery } from './query.js'
import { Refusal } from './refusal.js'
import type { Settings } from './settings.js'

/** What the gate needs to know of a robot. */
export type GateSettings = Pick<
  Settings,
  | 'tokens'
  | 'tokenHint'
  | 'account'
  | 'crypto'
  | 'mode'
  | 'maxAgeSeconds'
  | 'clock'
  | 'coordinator'
  | 'localCoordinator'
  | 'logger'
  | 'cloudRun'
>

/** A push that passed: the message, and the form its answer must take. */
export interface Admitted {
  readonly message: IncomingMessage
  /** Whether it came sealed: the answer goes out as it came in. */
  readonly sealed: boolean
  /** Unix seconds at which WeChat sent this delivery; NaN when the query holds no number. */
  readonly sentAt: number
}

/** The signed parameters of a request. @throws Refusal when they cannot be read without doubt (S2, S9) */
export function signedQuery(request: PushRequest): PushQuery {
  const query = readPushQuery(request.query)
  if (query !== undefined) return query
  throw new Refusal('query', 'a signed parameter stands twice in the query, is no text, or has a malformed escape')
}

/** @throws Refusal when the parameters every signed request carries are not there (S3, S9) */
function requireSigned(query: PushQuery): asserts query is PushQuery & { timestamp: string; nonce: string } {
  if (!query.timestamp || !query.nonce) {
    throw new Refusal(
      'parameter-missing',
      'timestamp or nonce is missing from the query; this is no push of WeChat, or a proxy dropped the query',
    )
  }
}

/**
 * Checks `signature`, which covers token, timestamp and nonce, and nothing of the body.
 * @throws Refusal
 */
function requireSignature(query: PushQuery & { timestamp: string; nonce: string }, settings: GateSettings): void {
  const { signature, timestamp, nonce } = query
  if (!signature) {
    throw new Refusal('parameter-missing', 'signature is missing from the query; this is no push of WeChat')
  }
  if (!verifySignature({ token: settings.tokens, timestamp, nonce, signature })) {
    throw new Refusal(
      'signature-mismatch',
      `the signature does not fit; compare the Token of the WeChat console with the robot's token ${settings.tokenHint}`,
    )
  }
}

/** Unix seconds of a query's timestamp; NaN for what is not plain decimal digits. */
const secondsOf = (timestamp: string): number => (/^\d{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN)

/** S5: off unless `maxAgeSeconds` is set, since clocks differ. */
function requireFresh(timestamp: string, settings: GateSettings): void {
  const { maxAgeSeconds, clock } = settings
  if (maxAgeSeconds === undefined) return
  const age = Math.abs(clock.now() / 1000 - secondsOf(timestamp))
  if (!(age <= maxAgeSeconds)) {
    throw new Refusal(
      'stale',
      `the timestamp is ${Number.isNaN(age) ? 'no number' : `${Math.round(age)} s away`}, more than maxAgeSeconds = ${maxAgeSeconds}; ` +
        'an old request is being replayed, or a clock is wrong',
    )
  }
}

/** The URL check of the console: answers the text to echo. Uses `signature` in every mode (S10). */
export function admitUrlCheck(query: PushQuery, settings: GateSettings): string {
  requireSigned(query)
  requireSignature(query, settings)
  requireFresh(query.timestamp, settings)
  if (!query.echostr)
    throw new Refusal('echostr-missing', 'a GET without echostr is no URL check; open the page elsewhere')
  return query.echostr
}

/**
 * Verifies and opens a push (S1): a sealed one by `msg_signature` over its ciphertext, a plain one by `signature`;
 * never the one by the other's, never a form the mode does not take.
 * @throws Refusal
 */
export function admitPush(request: PushRequest, query: PushQuery, settings: GateSettings): Admitted {
  if (settings.cloudRun && isUnsigned(query)) return admitFromCloud(request, settings)
  requireSigned(query)
  const { encrypt_type: encryptType } = query
  const sealed = encryptType === 'aes'
  if (!sealed && encryptType !== undefined && encryptType !== 'raw') {
    throw new Refusal('encrypt-type', 'encrypt_type is neither aes nor raw')
  }
  const body = request.body ?? ''
  let text: string | Uint8Array
  if (sealed) {
    text = open(body, query, settings)
  } else {
    if (settings.mode === 'secure') {
      throw new Refusal(
        'plaintext-refused',
        "plaintext came to a robot in secure mode; choose secure mode in the WeChat console, or mode: 'compatible' while you switch",
      )
    }
    requireSignature(query, settings)
    text = body
  }
  requireFresh(query.timestamp, settings)
  return {
    message: read(text),
    sealed,
    sentAt: secondsOf(query.timestamp),
  }
}

/** Nothing of a signature at all: half a one is a broken push of the other channel. */
export const isUnsigned = (query: PushQuery): boolean =>
  query.signature === undefined &&
  query.msg_signature === undefined &&
  query.timestamp === undefined &&
  query.nonce === undefined &&
  query.encrypt_type === undefined

/**
 * What cloud hosting sends, unsigned and in plaintext: its probe, and pushes that a header marks as WeChat's. The header
 * is no proof; it is as good as the network in front of it.
 * @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudrun/src/guide/weixin/push.html
 * @throws Refusal
 */
function admitFromCloud(request: PushRequest, settings: GateSettings): Admitted {
  const source = request.headers?.['x-wx-source']
  const isMarked = typeof source === 'string' && source.trim() !== ''
  const message = read(request.body ?? '')
  if (message.kind !== 'probe') {
    if (!isMarked) {
      throw new Refusal(
        'source-missing',
        'an unsigned push carries no x-wx-source, so it did not come by the channel of cloud hosting; somebody else calls this service',
      )
    }
    if (settings.mode === 'secure') {
      throw new Refusal(
        'plaintext-refused',
        "an unsigned push came to a robot in secure mode; cloud hosting needs no key: leave encodingAesKey away, or take mode: 'compatible'",
      )
    }
  }
  return { message, sealed: false, sentAt: Number.NaN }
}

function open(
  body: string | Uint8Array,
  query: PushQuery & { timestamp: string; nonce: string },
  settings: GateSettings,
): string {
  const { crypto } = settings
  if (crypto === undefined || settings.mode === 'plain') {
    throw new Refusal(
      'ciphertext-refused',
      'an encrypted push came to a robot in plain mode; give it encodingAesKey and appId, or choose plain mode in the WeChat console',
    )
  }
  if (!query.msg_signature)
    throw new Refusal('parameter-missing', 'msg_signature is missing from the query of an encrypted push')
  const text = unseal(crypto, {
    encrypt: envelope(body),
    msgSignature: query.msg_signature,
    timestamp: query.timestamp,
    nonce: query.nonce,
  })
  if (text === '') throw new Refusal('decryption', 'the encrypted push is empty inside')
  return text
}

function envelope(body: string | Uint8Array): string {
  let encrypt: string | undefined
  try {
    encrypt = parseEnvelope(body).encrypt
  } catch (error) {
    if (error instanceof ParseError)
      throw new Refusal('envelope', `the encrypted push cannot be read: ${error.message}`)
    throw error
  }
  if (encrypt === undefined) throw new Refusal('envelope', 'a push with encrypt_type=aes carries no Encrypt')
  return encrypt
}

function unseal(crypto: MessageCrypto, sealed: Parameters<MessageCrypto['open']>[0]): string {
  try {
    return crypto.open(sealed)
  } catch (error) {
    if (error instanceof CryptoError)
      throw new Refusal('decryption', `the encrypted push was not accepted: ${error.message}`)
    throw error
  }
}

function read(text: string | Uint8Array): IncomingMessage {
  try {
    return parseMessage(text)
  } catch (error) {
    if (error instanceof ParseError) throw new Refusal('message', `the push cannot be read: ${error.message}`)
    throw error
  }
}
