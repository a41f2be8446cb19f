import type { Logger } from '@wx/core'
import type { RedisSubscriber } from './client.js'
import { plainCause } from './errors.js'

/** One waiter's ear on a channel. */
export interface Topic {
  /** How often something was heard. It tells whether anything came between a look and the sleep after it. */
  readonly heard: number
  /** Who sleeps until something is heard. */
  readonly wakers: Set<(value: undefined) => void>
  close(): void
}

export interface Nudges {
  open(channel: string): Topic
  disconnect(): void
}

interface Channel {
  heard: number
  listeners: number
  readonly wakers: Set<(value: undefined) => void>
}

export interface NudgesOptions {
  readonly prefix: string
  /** Gives the connection to listen on, when it is needed first; undefined when there is none. */
  readonly connect: () => RedisSubscriber | undefined
  readonly logger: Logger
}

/**
 * Channels on which Redis says that it is worth looking again: subscribed while somebody waits, and only then. A message
 * says nothing more, and may be lost with the connection: who waits looks from time to time by itself.
 */
export function redisNudges({ prefix, connect, logger }: NudgesOptions): Nudges {
  const channels = new Map<string, Channel>()
  let subscriber: RedisSubscriber | undefined
  let isDeaf = false

  const hear = (name: string): void => {
    const channel = channels.get(name)
    if (channel === undefined) return
    channel.heard++
    for (const waker of [...channel.wakers]) waker(undefined)
  }
  const onError = (error: unknown): void => {
    if (isDeaf) return
    isDeaf = true
    logger.warn('the connection that listens to Redis failed; who waits for another process learns of it later', {
      error: plainCause(error),
    })
  }
  const start = (): RedisSubscriber | undefined => {
    if (subscriber === undefined) {
      subscriber = connect()
      subscriber?.on('message', hear)
      subscriber?.on('error', onError)
    }
    return subscriber
  }
  const listen = async (name: string): Promise<void> => {
    try {
      await start()?.subscribe(name)
      isDeaf = false
      // From here on nothing is missed; what happened before has to be looked for.
      hear(name)
    } catch (error) {
      onError(error)
    }
  }
  const forget = async (name: string): Promise<void> => {
    channels.delete(name)
    try {
      await subscriber?.unsubscribe(name)
    } catch {
      // What is still heard of it is not listened to; and a connection that fails says so by itself.
    }
  }
  const leave = (name: string, channel: Channel): void => {
    if (--channel.listeners === 0 && channels.get(name) === channel) void forget(name)
  }

  return {
    open(suffix) {
      const name = prefix + suffix
      let channel = channels.get(name)
      if (channel === undefined) {
        channel = { heard: 0, listeners: 0, wakers: new Set() }
        channels.set(name, channel)
        void listen(name)
      }
      channel.listeners++
      const { wakers } = channel
      const opened = channel
      return {
        get heard() {
          return opened.heard
        },
        wakers,
        close: () => leave(name, opened),
      }
    },
    disconnect() {
      for (const name of channels.keys()) void forget(name)
      // The commands that end with the connection are no news.
      isDeaf = true
      subscriber?.off('message', hear)
      subscriber?.off('error', onError)
      subscriber = undefined
    },
  }
}
