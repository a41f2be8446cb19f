import { createCipheriv } from 'node:crypto'

export interface SealUserDataOptions {
  /** Base64 of 16 bytes. */
  readonly sessionKey: string
  /** Base64 of 16 bytes. */
  readonly iv: string
  readonly appId: string
  /** Unix seconds of the watermark; now when not given. */
  readonly timestamp?: number
}

/**
 * Seals user data as a mini program receives it, watermark included: the opposite of `decryptUserData`.
 * @param data the members beside the watermark, e.g. `{ phoneNumber: '13800000000' }`
 * @returns base64
 */
export function sealUserData(data: Readonly<Record<string, unknown>>, options: SealUserDataOptions): string {
  const { appId, timestamp = Math.floor(Date.now() / 1000) } = options
  const [key, iv] = [Buffer.from(options.sessionKey, 'base64'), Buffer.from(options.iv, 'base64')]
  const cipher = createCipheriv('aes-128-cbc', key, iv)
  const plain = JSON.stringify({ ...data, watermark: { appid: appId, timestamp } })
  return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}
