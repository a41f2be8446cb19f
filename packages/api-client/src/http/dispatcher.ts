/**
 * An undici dispatcher, such as `new ProxyAgent('http://proxy:3128')`. Typed by what every version of undici has, so
 * that undici is no dependency; Node's `fetch` takes one of the undici major it was built with.
 */
export interface Dispatcher {
  dispatch(options: never, handler: never): boolean
  close(): Promise<void>
}
