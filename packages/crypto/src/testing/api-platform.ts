import type { KeyObject } from 'node:crypto'
import { pathOf } from '../api-address.js'
import { apiCode } from '../api-codes.js'
import { apiHeader, readHeaders } from '../api-headers.js'
import { checkSn, readPrivateKey, readPublicKey } from '../api-keys.js'
import { type ApiMessage, bodyBytes, missingHeader, openApi, verifyApi } from '../api-open.js'
import { type ApiParty, type ApiPartyOptions, createParty } from '../api-party.js'
import { sealApi } from '../api-seal.js'
import { signApi } from '../api-signature.js'

/** A certificate with the key that only the platform has. */
export interface PlatformSigningKey {
  /** The number the console shows. */
  readonly sn: string
  /** PEM, or a key object. */
  readonly privateKey: string | KeyObject
}

export interface ApiPlatformOptions extends ApiPartyOptions {
  /** The developer's public key, as it was put into the console: PEM. */
  readonly publicKey: string
  /** What answers are signed with. */
  readonly certificate: PlatformSigningKey
  /** While certificates change: the old one, which signs too. */
  readonly deprecatedCertificate?: PlatformSigningKey
}

/** An answer to encrypt. */
export interface ApiAnswer {
  /** The address that was called. */
  readonly url: string
  readonly body: Readonly<Record<string, unknown>>
}

interface SignerNames {
  readonly serial: string
  readonly signature: string
}

interface Signer {
  readonly sn: string
  readonly key: KeyObject
  /** The headers its signature travels in. */
  readonly names: SignerNames
}

const currentNames: SignerNames = apiHeader
const deprecatedNames: SignerNames = {
  serial: apiHeader.deprecatedSerial,
  signature: apiHeader.deprecatedSignature,
}

function signerOf({ sn, privateKey }: PlatformSigningKey, names: SignerNames): Signer {
  return { sn: checkSn('certificate.sn', sn), key: readPrivateKey('certificate.privateKey', privateKey), names }
}

/**
 * WeChat's side of `ApiSecurity`: opens calls and seals answers.
 *
 * ```ts
 * const platform = new ApiPlatform({ appId, symmetricKey, publicKey, certificate: { sn, privateKey } })
 * const call = platform.openRequest({ url, headers: request.headers, body })
 * const { body, headers } = platform.sealResponse({ url, body: { errcode: 0, errmsg: 'ok' } })
 * ```
 */
export class ApiPlatform {
  readonly #party: ApiParty
  readonly #publicKey: KeyObject
  readonly #signers: readonly Signer[]

  /** @throws CryptoError of kind `key`, ConfigError for settings that cannot be right */
  constructor(options: ApiPlatformOptions) {
    this.#party = createParty(options)
    this.#publicKey = readPublicKey('publicKey', options.publicKey)
    const { certificate, deprecatedCertificate: deprecated } = options
    this.#signers = [
      signerOf(certificate, currentNames),
      ...(deprecated ? [signerOf(deprecated, deprecatedNames)] : []),
    ]
  }

  /**
   * Verifies and decrypts a call.
   * @returns the parameters of the call
   * @throws CryptoError; its `officialCode` is the errcode that WeChat answers then (40231 … 40240), where there is one
   */
  openRequest(message: ApiMessage): Record<string, unknown> {
    const path = pathOf(message.url)
    const body = bodyBytes(message.body)
    const headers = readHeaders(message.headers)
    const { signature } = headers
    if (signature === undefined) throw missingHeader('signature', 'signature', apiCode.missingSignature)
    const verified = verifyApi(this.#party, { path, headers, body, signature, key: this.#publicKey })
    return openApi(this.#party, verified)
  }

  /**
   * Encrypts and signs an answer.
   * @throws ConfigError for an answer that JSON cannot express
   */
  sealResponse({ url, body }: ApiAnswer): { body: string; headers: Readonly<Record<string, string>> } {
    const sealed = sealApi(this.#party, pathOf(url), body)
    const headers: Record<string, string> = { ...sealed.headers }
    for (const { sn, key, names } of this.#signers) {
      headers[names.serial] = sn
      headers[names.signature] = signApi(sealed.parts, key)
    }
    return { body: sealed.body, headers }
  }
}
