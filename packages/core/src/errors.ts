/** In the global registry: two installed copies of this file recognise each other's errors by it. */
const brand: unique symbol = Symbol.for('@wx/error')

/** Options every error of the kit accepts. */
export interface WxErrorOptions {
  /** What made it happen. Kept for the log; never shown to the network. */
  readonly cause?: unknown
}

/**
 * Base of every error the kit throws. `code` is frozen API: `WX_<AREA>_<WHAT>`. The message says what failed, why
 * probably, and what to do next; it never holds a secret.
 */
export abstract class WxError extends Error {
  /** Stable machine-readable code, for `switch`. */
  abstract readonly code: `WX_${string}`

  static {
    Object.defineProperty(WxError.prototype, brand, { value: true })
  }

  constructor(message: string, options: WxErrorOptions = {}) {
    super(message, options)
    this.name = new.target.name
  }

  /** What a structured logger prints: name, code and message, without stack and cause. */
  toJSON(): { name: string; code: string; message: string } {
    return { name: this.name, code: this.code, message: this.message }
  }
}

/** True for an error of any `@wx` package, also when two copies of a package are installed. */
export function isWxError(value: unknown): value is WxError {
  return typeof value === 'object' && value !== null && brand in value
}

/** A setting is missing or malformed. Thrown where the setting is given, not when it is first used. */
export class ConfigError extends WxError {
  readonly code = 'WX_CONFIG_INVALID'
  /** Name of the setting. */
  readonly setting: string

  constructor(setting: string, message: string, options?: WxErrorOptions) {
    super(`${setting}: ${message}`, options)
    this.setting = setting
  }
}
