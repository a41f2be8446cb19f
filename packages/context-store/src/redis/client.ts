/**
 * What is used of a connection that runs scripts. A `Redis` or a `Cluster` of ioredis fits as it is; node-redis fits through
 * the few lines the README shows.
 */
export interface RedisClient {
  /** https://redis.io/docs/latest/commands/evalsha/ */
  evalsha(sha1: string, keys: number, ...keysAndArguments: string[]): PromiseLike<unknown>
  /** https://redis.io/docs/latest/commands/eval/ */
  eval(source: string, keys: number, ...keysAndArguments: string[]): PromiseLike<unknown>
  /** Another connection to the same server; asked for when somebody has to wait and no `subscriber` was given. */
  duplicate?(): RedisSubscriber
  /** Its `end` takes the duplicated connection along. */
  on?(event: 'end', listener: () => void): unknown
  off?(event: 'end', listener: () => void): unknown
}

/** What is used of a connection that listens to channels. It is for nothing else while a coordinator uses it. */
export interface RedisSubscriber {
  /** https://redis.io/docs/latest/commands/subscribe/ */
  subscribe(channel: string): PromiseLike<unknown>
  unsubscribe(channel: string): PromiseLike<unknown>
  on(event: 'message', listener: (channel: string) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'message', listener: (channel: string) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
  disconnect(): unknown
}
