import type { KeyObject } from 'node:crypto'
import { ConfigError, consoleLogger, type Logger } from '@wx/core'
import { pathOf, readAddress } from './api-address.js'
import { apiCode } from './api-codes.js'
import { apiHeader, readHeaders, type SecurityHeaders } from './api-headers.js'
import { checkSn, type PlatformCertificate, readCertificates, readPrivateKey } from './api-keys.js'
import { type ApiMessage, bodyBytes, missingHeader, openApi, verifyApi } from './api-open.js'
import { type ApiParty, type ApiPartyOptions, createParty } from './api-party.js'
import { refusalIn } from './api-refused-error.js'
import { sealApi } from './api-seal.js'
import { signApi } from './api-signature.js'
import { CryptoError } from './errors.js'
import { isJsonObject } from './json-object.js'

export interface ApiSecurityOptions extends ApiPartyOptions {
  /** Your RSA private key, whose public key is in the console: PEM, or a key object when it has a passphrase. */
  readonly privateKey: string | KeyObject
  /** The number of that key. Sent as `Wechatmp-Serial` when given: the guide does not list it, but knows error 40230. */
  readonly asymmetricSn?: string
  /** The platform's certificates from the console. Two while they change: the old and the new one. */
  readonly platformCertificates: readonly PlatformCertificate[]
  /** Told once when the platform is about to replace the certificate held here; the console when not given. */
  readonly logger?: Logger
}

/** A call to make secret. */
export interface ApiCall {
  /** The API's whole address. What its query holds beside access_token is encrypted with the body, as text. */
  readonly url: string
  /** The parameters of the call. */
  readonly body: Readonly<Record<string, unknown>>
}

/** What to send: POST `body`, exactly as it is, to `url` as `application/json`. */
export interface SecuredApiCall {
  /** The address with access_token alone left in its query. */
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Encrypts and signs calls of the server API, and verifies and decrypts their answers (AES256_GCM, RSAwithSHA256).
 * Only POST calls whose page says so can be secured.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/getting_started/api_signature.html
 *
 * ```ts
 * const security = new ApiSecurity({ appId, symmetricKey, privateKey, platformCertificates })
 * const { url, body, headers } = security.request({ url: `${api}?access_token=${token}`, body: { openid, scene: 0 } })
 * const answer = await fetch(url, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } })
 * const data = security.response({ url, headers: answer.headers, body: await answer.text() })
 * ```
 */
export class ApiSecurity {
  readonly #party: ApiParty
  readonly #privateKey: KeyObject
  readonly #asymmetricSn: string | undefined
  readonly #certificates: ReadonlyMap<string, KeyObject>
  readonly #logger: Logger
  readonly #announced = new Set<string>()

  /**
   * @throws CryptoError of kind `key` for a key or certificate that cannot be used, those for SM2 and SM4 included
   * @throws ConfigError for any other setting that cannot be right
   */
  constructor(options: ApiSecurityOptions) {
    this.#party = createParty(options)
    this.#privateKey = readPrivateKey('privateKey', options.privateKey)
    this.#asymmetricSn = options.asymmetricSn === undefined ? undefined : checkSn('asymmetricSn', options.asymmetricSn)
    this.#certificates = readCertificates(options.platformCertificates)
    this.#logger = options.logger ?? consoleLogger
  }

  /**
   * Encrypts and signs a call.
   * @throws ConfigError for an address or parameters that cannot be sent, or a parameter given twice
   */
  request({ url, body }: ApiCall): SecuredApiCall {
    const address = readAddress(url)
    if (!isJsonObject(body)) throw new ConfigError('body', 'must be an object: the parameters of the call')
    for (const name of Object.keys(address.params)) {
      if (Object.hasOwn(body, name)) throw new ConfigError('body', `has ${JSON.stringify(name)}, and so has the query`)
    }
    const sealed = sealApi(this.#party, address.path, { ...address.params, ...body })
    const headers: Record<string, string> = { ...sealed.headers }
    if (this.#asymmetricSn !== undefined) headers[apiHeader.serial] = this.#asymmetricSn
    headers[apiHeader.signature] = signApi(sealed.parts, this.#privateKey)
    return { url: address.url, body: sealed.body, headers }
  }

  /**
   * Verifies and decrypts an answer.
   * @param message the answer, and the address that was called
   * @returns what the API says, `errcode` included where there is one, without the members that only secure it
   * @throws ApiRefusedError when the answer is a plain `{ errcode, errmsg }`
   * @throws CryptoError of kind `signature`, `appid` or `stale` before anything is decrypted, then of kind `parse`,
   *   `ciphertext`, `tag`, `json`, `appid` or `stale`
   */
  response(message: ApiMessage): Record<string, unknown> {
    const path = pathOf(message.url)
    const body = bodyBytes(message.body)
    const headers = readHeaders(message.headers)
    if (headers.signature === undefined && headers.deprecatedSignature === undefined) {
      throw refusalIn(body) ?? unsigned()
    }
    const signer = this.#signerOf(headers)
    const verified = verifyApi(this.#party, { path, headers, body, ...signer })
    const refusal = refusalIn(body)
    if (refusal !== undefined) throw refusal
    this.#announce(signer.sn, headers)
    return openApi(this.#party, verified)
  }

  /** The signature of the certificate held here: during a change the platform signs with the old and the new one. */
  #signerOf(headers: SecurityHeaders): { sn: string; signature: string; key: KeyObject } {
    const { serial, deprecatedSerial } = headers
    const pairs = [
      [serial, headers.signature],
      [deprecatedSerial, headers.deprecatedSignature],
    ] as const
    for (const [sn, signature] of pairs) {
      const key = sn === undefined ? undefined : this.#certificates.get(sn)
      if (sn === undefined || key === undefined) continue
      if (signature === undefined) throw missingHeader('signature', 'signature', apiCode.missingSignature)
      return { sn, signature, key }
    }
    if (serial === undefined) throw missingHeader('serial', 'signature', apiCode.missingSerial)
    throw new CryptoError(
      'signature',
      'the answer is signed with a platform certificate that is not among platformCertificates: download the current ' +
        'one from the console (API security), and give its number from there.',
      { officialCode: apiCode.invalidSignature },
    )
  }

  #announce(sn: string, { serial }: SecurityHeaders): void {
    if (sn === serial || this.#announced.has(sn)) return
    this.#announced.add(sn)
    this.#logger.warn(
      'the platform is about to replace its certificate: download the new one, and give both until the old one is gone',
      { appId: this.#party.appId, deprecatedSn: sn, newSn: serial },
    )
  }
}

function unsigned(): CryptoError {
  return new CryptoError(
    'signature',
    `the answer has no header ${apiHeader.signature}, so nobody vouches for it: API security is not on in the console, ` +
      'this API does not know it, or the answer is not from WeChat.',
    { officialCode: apiCode.missingSignature },
  )
}
