import { ConfigError } from '@wx/core'

/** @throws ConfigError for what is no lease: it would never be over, or never hold */
export function checkLease(ms: number): void {
  if (!(ms > 0)) throw new ConfigError('leaseMs', 'must be a number of milliseconds above 0')
}

/** @throws ConfigError for what is no span of time */
export function checkSpan(setting: 'keepMs' | 'ttlMs' | 'waitMs', ms: number): void {
  if (!(ms >= 0)) throw new ConfigError(setting, 'must be a number of milliseconds, 0 or more')
}
