import { createRedactor, type Redactor } from '@wx/core'

/** A client's own redaction: it knows the secrets of the moment, and those of a while ago, by value. */
export interface Redaction {
  /** Must not be shown from now on. */
  readonly hide: (secret: string) => void
  readonly redact: Redactor
}

/** Tokens live two hours: so many are those of some days. */
const remembered = 64

export function createRedaction(appSecret: string | undefined): Redaction {
  const secrets = new Set<string>()
  let redactor: Redactor | undefined
  const current = (): Redactor => {
    redactor ??= createRedactor({ secrets: [...secrets, ...(appSecret === undefined ? [] : [appSecret])] })
    return redactor
  }
  return {
    hide(secret) {
      if (secrets.has(secret)) return
      secrets.add(secret)
      for (const oldest of secrets) {
        if (secrets.size <= remembered) break
        secrets.delete(oldest)
      }
      redactor = undefined
    },
    redact: ((value: unknown) => current()(value)) as Redactor,
  }
}
