import type { CredentialStore, LockSource } from '../tokens/shared.js'

/** A store in memory whose entries a test can see. */
export function memoryStore(): CredentialStore & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return { entries, get: (key) => entries.get(key), set: (key, value) => void entries.set(key, value) }
}

/** A lock in memory: one holder, the others wait in line. */
export function memoryLock(): LockSource {
  const lines = new Map<string, Promise<unknown>>()
  return {
    async lock(name) {
      const before = lines.get(name)
      let release = (): void => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      lines.set(name, held)
      await before
      return { release }
    },
  }
}
