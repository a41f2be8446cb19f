import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { ApiSecurityOptions } from '../api-security.js'
import type { ApiPlatformOptions } from './api-platform.js'

/** Settings that fit each other. */
export interface ApiKeys {
  /** For `new ApiSecurity(…)`. */
  readonly developer: ApiSecurityOptions & { readonly privateKey: string }
  /** For `new ApiPlatform(…)`. */
  readonly platform: ApiPlatformOptions
}

const newSn = (): string => randomBytes(16).toString('hex')

function newKeyPair(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

/** Makes up what the console and both sides would have, for tests. Takes some tenths of a second. */
export function generateApiKeys(appId: string): ApiKeys {
  const [own, wechats] = [newKeyPair(), newKeyPair()]
  const symmetricKey = { sn: newSn(), key: randomBytes(32).toString('base64') }
  const sn = newSn()
  return {
    developer: {
      appId,
      symmetricKey,
      privateKey: own.privateKey,
      asymmetricSn: newSn(),
      platformCertificates: [{ sn, publicKey: wechats.publicKey }],
    },
    platform: { appId, symmetricKey, publicKey: own.publicKey, certificate: { sn, privateKey: wechats.privateKey } },
  }
}
