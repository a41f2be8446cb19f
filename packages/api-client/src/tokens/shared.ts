import type { Credential } from './credential.js'

type Awaitable<T> = T | Promise<T>

/** What processes share their tokens in. A `Keyv` fits. */
export interface CredentialStore {
  get(key: string): Awaitable<unknown>
  /** @param ttl milliseconds the entry lives */
  set(key: string, value: string, ttl: number): Awaitable<unknown>
}

/** Locks between processes. A `Coordinator` of `@wx/context-store` fits. */
export interface LockSource {
  /**
   * @param options `leaseMs`: it falls free by itself after; `waitMs`: how long to wait for it
   * @returns undefined when it could not be had in time
   */
  lock(
    name: string,
    options: { readonly leaseMs: number; readonly waitMs: number; readonly signal?: AbortSignal },
  ): Awaitable<{ release(): Awaitable<unknown> } | undefined>
}

/** Where the entry of an app stands: one for token, expiry and all, so that no half of it is ever newer. */
export const keyOf = (appId: string, kind: string): string => `wx:${kind}:${appId}`

/** The one entry: text, because every store keeps that. */
export const writeCredential = ({ token, expiresAt, fetchedAt }: Credential): string =>
  JSON.stringify({ token, expiresAt, fetchedAt })

/** Undefined when it is none of ours. */
export function readCredential(value: unknown): Credential | undefined {
  const entry: unknown = typeof value === 'string' ? parsed(value) : value
  if (typeof entry !== 'object' || entry === null) return undefined
  const { token, expiresAt, fetchedAt = 0 } = entry as Readonly<Record<string, unknown>>
  if (typeof token !== 'string' || token === '') return undefined
  if (typeof expiresAt !== 'number' || !Number.isFinite(expiresAt) || typeof fetchedAt !== 'number') return undefined
  return { token, expiresAt, fetchedAt }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
