import { ConfigError } from '@wx/core'
import type { TokenSource } from './credential.js'

/** Inside WeChat's cloud calls carry no token, so there is none to give. */
export const noToken: TokenSource = () => {
  const none = (): Promise<never> =>
    Promise.reject(new ConfigError('cloudRun', 'calls carry no token here, so there is none to get or to put'))
  return { get: none, put: none, peek: () => Promise.resolve(undefined), invalidate: () => Promise.resolve() }
}
