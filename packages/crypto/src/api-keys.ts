import { createPrivateKey, createPublicKey, createSecretKey, KeyObject, X509Certificate } from 'node:crypto'
import { ConfigError } from '@wx/core'
import { smallestRsaKey } from './api-signature.js'
import { base64Hint, decodeBase64 } from './base64.js'
import { CryptoError } from './errors.js'

/** The console's symmetric key for API security. */
export interface ApiSymmetricKey {
  /** Its number. */
  readonly sn: string
  /** Base64 of 32 bytes (AES256_GCM). */
  readonly key: string
}

/** A platform certificate from the console, or the public key in it. */
export type PlatformCertificate =
  | {
      /** The number the console shows for it; not the serial number inside the certificate. */
      readonly sn: string
      /** PEM, from `-----BEGIN CERTIFICATE-----`. */
      readonly certificate: string
      readonly publicKey?: never
    }
  | {
      readonly sn: string
      /** PEM, from `-----BEGIN PUBLIC KEY-----`. */
      readonly publicKey: string
      readonly certificate?: never
    }

const noSm =
  "SM2withSM3 and SM4_GCM are not supported, because Node's crypto has neither SM2 signatures with an id nor SM4-GCM. " +
  'Choose RSAwithSHA256 and AES256_GCM in the console (API security) and give their keys'

/** The number of a key. @throws ConfigError unless it is text that cannot be mistaken for two fields */
export function checkSn(setting: string, value: unknown): string {
  if (typeof value === 'string' && /^[^\s|]+$/.test(value)) return value
  throw new ConfigError(setting, 'must be the number that the console shows for this key')
}

/** @throws CryptoError of kind `key` unless it is base64 of 32 bytes */
export function readSymmetricKey(value: unknown): KeyObject {
  if (typeof value !== 'string' || value === '') {
    throw new CryptoError('key', 'symmetricKey.key is missing or no text: copy it from the console (API security).')
  }
  const bytes = decodeBase64(value)
  if (bytes === undefined) throw new CryptoError('key', `symmetricKey.key is not base64: ${base64Hint(value)}.`)
  if (bytes.length === 32) return createSecretKey(bytes)
  const why = bytes.length === 16 ? `16 are a key for SM4: ${noSm}` : 'copy all of it from the console'
  throw new CryptoError('key', `symmetricKey.key must be base64 of 32 bytes, this one has ${bytes.length}: ${why}.`)
}

/**
 * @param value PEM, or a key object (which is how a key with a passphrase gets in)
 * @throws CryptoError of kind `key` unless it is an RSA private key
 */
export function readPrivateKey(setting: string, value: unknown): KeyObject {
  if (typeof value === 'string' && /^(?:-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED)/m.test(value)) {
    throw new CryptoError(
      'key',
      `${setting} has a passphrase: give createPrivateKey({ key, passphrase }) of node:crypto instead of the text.`,
    )
  }
  const key = value instanceof KeyObject ? value : readPem(setting, value, createPrivateKey)
  if (key.type !== 'private')
    throw new CryptoError('key', `${setting} must be the private key, this one is ${key.type}.`)
  return checkRsa(setting, key)
}

/** @throws CryptoError of kind `key` unless it is PEM of an RSA public key */
export function readPublicKey(setting: string, value: unknown): KeyObject {
  // Node would derive the public key; but then somebody has taken their own key for the platform's.
  if (typeof value === 'string' && /-----BEGIN [A-Z ]*PRIVATE KEY/.test(value)) {
    throw new CryptoError('key', `${setting} is a private key: give the public key of the other side.`)
  }
  return checkRsa(setting, readPem(setting, value, createPublicKey))
}

/**
 * Number → public key. Whether a certificate has expired is not asked: what was downloaded from the console is trusted
 * until it is taken out of the settings, and the platform says itself when it changes.
 * @throws CryptoError of kind `key`; ConfigError when there is none, or a number stands twice
 */
export function readCertificates(certificates: readonly PlatformCertificate[]): ReadonlyMap<string, KeyObject> {
  const setting = 'platformCertificates'
  if (!Array.isArray(certificates) || certificates.length === 0) {
    throw new ConfigError(setting, 'must have at least one: download it from the console (API security)')
  }
  const keys = new Map<string, KeyObject>()
  for (const given of certificates as readonly PlatformCertificate[]) {
    const sn = checkSn(`${setting}[].sn`, given?.sn)
    if (keys.has(sn)) throw new ConfigError(setting, `has ${sn} twice`)
    const name = `the platform certificate ${sn}`
    const { certificate, publicKey } = given
    if ((certificate === undefined) === (publicKey === undefined)) {
      throw new ConfigError(setting, `${sn}: give either certificate or publicKey`)
    }
    keys.set(sn, certificate === undefined ? readPublicKey(name, publicKey) : readCertificate(name, certificate))
  }
  return keys
}

function readCertificate(setting: string, value: unknown): KeyObject {
  return checkRsa(
    setting,
    readPem(setting, value, (pem) => new X509Certificate(pem).publicKey),
  )
}

function readPem(setting: string, value: unknown, read: (pem: string) => KeyObject): KeyObject {
  if (typeof value !== 'string') throw new CryptoError('key', `${setting} is missing, or no PEM text.`)
  try {
    return read(value)
  } catch {
    // What OpenSSL says is of no use to anybody, and may quote.
    throw new CryptoError('key', `${setting} cannot be read as PEM: ${pemHint(value)}.`)
  }
}

function pemHint(pem: string): string {
  if (pem.includes('\\n')) return "it has the two characters \\n where line breaks belong: replaceAll('\\\\n', '\\n')"
  if (!/-----BEGIN/.test(pem)) return 'give the whole text of the file, from -----BEGIN to -----END'
  return /^[ \t]/m.test(pem) ? 'its lines must not be indented' : 'it is cut off, damaged, or of another kind'
}

function checkRsa(setting: string, key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'rsa') throw new CryptoError('key', `${setting} is no RSA key. ${noSm}.`)
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits >= smallestRsaKey) return key
  throw new CryptoError('key', `${setting} has ${bits} bits, too few for this signature: make one of 2048.`)
}
