import type { CredentialStore } from '@wx/api-client'
import type { Clock } from '@wx/core'

interface Entry {
  readonly value: string
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

/**
 * A store in memory that never grows beyond a number of entries: when it is full, what was written longest ago goes.
 * @param entries how many it holds
 */
export function memoryStore(entries: number, clock: Clock): CredentialStore {
  const kept = new Map<string, Entry>()
  return {
    get(key) {
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      if (clock.now() < entry.endsAt) return entry.value
      kept.delete(key)
      return undefined
    },
    set(key, value, ttl) {
      // Anew, so that the order of the map is that of writing.
      kept.delete(key)
      kept.set(key, { value, endsAt: clock.now() + ttl })
      for (const oldest of kept.keys()) {
        if (kept.size <= entries) return
        kept.delete(oldest)
      }
    },
  }
}
