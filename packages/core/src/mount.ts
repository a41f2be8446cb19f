import { ConfigError } from './errors.js'
import type { WebHandler } from './web.js'

/** What an adapter mounts: a web handler, or an object with one as `handle`, such as a robot. */
export type Mountable = WebHandler | { readonly handle: WebHandler }

/**
 * The web handler of what a user mounts.
 * @throws ConfigError when it is neither a function nor has a method `handle`
 */
export function toWebHandler(mountable: Mountable): WebHandler {
  if (typeof mountable === 'function') return mountable
  if (typeof mountable?.handle !== 'function') {
    throw new ConfigError('handler', 'mount a robot, or a web handler; this is neither a function nor has `handle`')
  }
  return (request, context) => mountable.handle(request, context)
}

/**
 * Whether a URL's path is this one, with or without a slash at its end: WeChat's admin site keeps either form.
 * @param path begins with `/`, and has neither query nor pattern
 * @throws ConfigError when it does not
 */
export function pathMatcher(path: string): (candidate: string) => boolean {
  if (!/^\/[^?#*]*$/.test(path)) {
    throw new ConfigError('path', `a path such as "/wx", without query and pattern, not ${JSON.stringify(path)}`)
  }
  const bare = path.endsWith('/') ? path.slice(0, -1) : path
  const slashed = `${bare}/`
  return (candidate) => candidate === bare || candidate === slashed
}
