import type { World } from '../../world.js'

const base62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** What stands behind a short key. */
export interface KeptText {
  readonly text: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
}

/** The texts an account has stored under short keys. */
export class ShortKeys {
  readonly #world: World
  readonly #kept = new Map<string, KeptText>()

  constructor(world: World) {
    this.#world = world
  }

  /** @returns the key: fifteen characters of base 62 */
  store(text: string, lifeSeconds: number): string {
    const { clock, random } = this.#world
    const key = random.text(15, base62)
    this.#kept.set(key, { text, createdAt: clock.now(), expiresAt: clock.now() + lifeSeconds * 1000 })
    return key
  }

  /** Undefined when this account has no such key, or no longer. */
  find(key: string): KeptText | undefined {
    const kept = this.#kept.get(key)
    return kept !== undefined && this.#world.clock.now() < kept.expiresAt ? kept : undefined
  }
}
