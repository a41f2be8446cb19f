import { ContextStore, type Coordinator, memoryCoordinator } from '@wx/context-store'
import {
  type Clock,
  ConfigError,
  consoleLogger,
  createRedactor,
  type Logger,
  redactingLogger,
  systemClock,
} from '@wx/core'
import { isToken, MessageCrypto } from '@wx/crypto'
import type { Pusher, RobotMode, RobotOptions, TimeoutPolicy } from './options.js'

/** The options, checked and completed. */
export interface Settings<Session extends object = Record<string, unknown>> {
  readonly tokens: string | readonly string[]
  /** Describes the token to a developer whose signature does not fit, without showing it. */
  readonly tokenHint: string
  readonly account: string | undefined
  readonly crypto: MessageCrypto | undefined
  /** What messages are sealed with now, for a test's WeChat. */
  readonly credentials: { readonly appId: string; readonly encodingAesKey: string } | undefined
  readonly mode: RobotMode
  readonly sessions: ContextStore<Session> | undefined
  readonly coordinator: Coordinator
  /** Takes over while a shared coordinator is out of reach; the coordinator itself when it is local. */
  readonly localCoordinator: Coordinator
  readonly ownsCoordinator: boolean
  readonly deadlineMs: number
  readonly onTimeout: TimeoutPolicy
  readonly handlerTimeout: number
  readonly maxAgeSeconds: number | undefined
  readonly replayGuard: boolean
  readonly onLostOwner: 'rerun' | 'drop'
  readonly leaseMs: number
  readonly keepMs: number
  readonly lineLimit: number
  readonly longText: 'split' | 'refuse'
  readonly pusher: Pusher | undefined
  readonly logger: Logger
  readonly clock: Clock
}

/** Checks every option at once, where it is given (S13). @throws ConfigError */
export function readOptions<Session extends object>(options: RobotOptions<Session>): Settings<Session> {
  const tokens = readTokens(options.token)
  const clock = options.clock ?? systemClock
  const mode = readMode(options)
  const keys = toList(options.encodingAesKey)
  const redact = createRedactor({ secrets: [...toList(tokens), ...keys] })
  const local = memoryCoordinator({ clock })
  return {
    tokens,
    tokenHint: `(${toList(tokens).length > 1 ? 'one of several' : `${toList(tokens)[0]?.length} characters`})`,
    account: options.account ?? options.appId,
    crypto: readCrypto(options),
    credentials: keys[0] === undefined ? undefined : { appId: options.appId as string, encodingAesKey: keys[0] },
    mode,
    sessions: readSessions(options, clock),
    coordinator: options.coordinator ?? local,
    localCoordinator: local,
    ownsCoordinator: options.coordinator === undefined,
    deadlineMs: positive('deadline.ms', options.deadline?.ms, 4_500),
    onTimeout: readPolicy(options),
    handlerTimeout: positive('handlerTimeout', options.handlerTimeout, 60_000),
    maxAgeSeconds:
      options.maxAgeSeconds === undefined ? undefined : positive('maxAgeSeconds', options.maxAgeSeconds, 300),
    replayGuard: options.replayGuard ?? false,
    onLostOwner: oneOf('onLostOwner', options.onLostOwner ?? 'rerun', ['rerun', 'drop']),
    leaseMs: positive('leaseMs', options.leaseMs, 8_000),
    keepMs: positive('keepMs', options.keepMs, 60_000),
    lineLimit: positive('lineLimit', options.lineLimit, 50),
    longText: oneOf('longText', options.longText ?? 'split', ['split', 'refuse']),
    pusher: readPusher(options.pusher),
    logger: redactingLogger(options.logger ?? consoleLogger, redact),
    clock,
  }
}

const toList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

function readTokens(token: unknown): string | readonly string[] {
  const list = Array.isArray(token) ? (token as unknown[]) : [token]
  if (list.length === 0) throw new ConfigError('token', 'is an empty list; give the Token of the WeChat console')
  for (const it of list) {
    if (typeof it !== 'string' || it === '') {
      throw new ConfigError(
        'token',
        'is missing: give the Token that stands in the WeChat console beside the URL (an empty one would let anybody sign)',
      )
    }
    const { length } = it
    if (!isToken(it)) {
      throw new ConfigError(
        'token',
        `must be 3 to 32 letters or digits, this one has ${length} characters${/\s/.test(it) ? ', a blank among them' : ''}`,
      )
    }
  }
  return list.length === 1 ? (list[0] as string) : (list as readonly string[])
}

function readMode<Session extends object>({ mode, encodingAesKey }: RobotOptions<Session>): RobotMode {
  const chosen = mode ?? (encodingAesKey === undefined ? 'plain' : 'secure')
  oneOf('mode', chosen, ['plain', 'compatible', 'secure'])
  if (chosen !== 'plain' && encodingAesKey === undefined) {
    throw new ConfigError(
      'encodingAesKey',
      `is missing: mode '${chosen}' needs the EncodingAESKey of the WeChat console`,
    )
  }
  return chosen
}

function readCrypto<Session extends object>(options: RobotOptions<Session>): MessageCrypto | undefined {
  const { encodingAesKey, appId, token } = options
  if (encodingAesKey === undefined) return undefined
  if (typeof appId !== 'string' || appId === '') {
    throw new ConfigError(
      'appId',
      'is missing: encrypted messages name the AppID they are for, and it must be compared',
    )
  }
  return new MessageCrypto({ token: token as string, encodingAesKey: encodingAesKey as string, appId })
}

function readSessions<Session extends object>(
  { sessions }: RobotOptions<Session>,
  clock: Clock,
): ContextStore<Session> | undefined {
  if (sessions === false) return undefined
  return sessions ?? new ContextStore<Session>({ clock })
}

function readPolicy<Session extends object>({ deadline, pusher }: RobotOptions<Session>): TimeoutPolicy {
  const policy = oneOf('deadline.onTimeout', deadline?.onTimeout ?? 'wait', ['wait', 'push', 'success'])
  if (policy === 'push' && pusher === undefined) {
    throw new ConfigError('deadline.onTimeout', "is 'push', and there is no pusher to send a late answer with")
  }
  return policy
}

function readPusher(pusher: Pusher | undefined): Pusher | undefined {
  if (pusher !== undefined && typeof pusher?.send !== 'function') {
    throw new ConfigError('pusher', 'must be an object with a method send(openid, reply)')
  }
  return pusher
}

function positive(setting: string, value: number | undefined, usual: number): number {
  if (value === undefined) return usual
  if (typeof value !== 'number' || !(value > 0)) throw new ConfigError(setting, 'must be a number above 0')
  return value
}

function oneOf<T extends string>(setting: string, value: T, allowed: readonly T[]): T {
  if (!allowed.includes(value)) throw new ConfigError(setting, `must be one of ${allowed.join(', ')}`)
  return value
}
