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
import { checkMethods, checkNames, oneOf, positive } from './option-checks.js'
import type { Pusher, RobotMode, RobotOptions, TimeoutPolicy } from './options.js'
import { type ResumeSettings, readResume, resumeNames } from './resume-settings.js'

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
  /** Where the robot keeps what it notes of users for itself; a place of its own in the store of the sessions. */
  readonly notes: ContextStore | undefined
  readonly coordinator: Coordinator
  /** Takes over while a shared coordinator is out of reach; the coordinator itself when it is local. */
  readonly localCoordinator: Coordinator
  readonly ownsCoordinator: boolean
  readonly deadlineMs: number
  readonly onTimeout: TimeoutPolicy
  /** Set when `onTimeout` is `resume`. */
  readonly resume: ResumeSettings | undefined
  readonly handlerTimeout: number
  readonly maxAgeSeconds: number | undefined
  readonly replayGuard: boolean
  readonly onLostOwner: 'rerun' | 'drop'
  readonly leaseMs: number
  readonly keepMs: number
  readonly lineLimit: number
  readonly longText: 'split' | 'refuse'
  readonly pusher: Pusher | undefined
  readonly pushWindow: boolean
  readonly cloudRun: boolean
  readonly logger: Logger
  readonly clock: Clock
}

/** Every setting there is: a misspelt one must not be taken for one that was left away, a key least of all. */
const settingNames: { readonly [Name in keyof RobotOptions]-?: true } = {
  token: true,
  appId: true,
  encodingAesKey: true,
  mode: true,
  account: true,
  sessions: true,
  coordinator: true,
  deadline: true,
  handlerTimeout: true,
  maxAgeSeconds: true,
  replayGuard: true,
  onLostOwner: true,
  leaseMs: true,
  keepMs: true,
  lineLimit: true,
  longText: true,
  pusher: true,
  pushWindow: true,
  cloudRun: true,
  logger: true,
  clock: true,
}
const deadlineNames: { readonly [Name in keyof NonNullable<RobotOptions['deadline']>]-?: true } = {
  ms: true,
  onTimeout: true,
  ...resumeNames,
}

/**
 * Checks every option at once, where it is given (S13).
 * @throws ConfigError; CryptoError of kind `key` for what is no EncodingAESKey
 */
export function readOptions<Session extends object>(options: RobotOptions<Session>): Settings<Session> {
  checkNames('options', options, settingNames)
  const tokens = readTokens(options.token)
  const appId = readId('appId', options.appId)
  const mode = readMode(options)
  const keys = toList(options.encodingAesKey)
  const clock = checkMethods('clock', options.clock ?? systemClock, ['now', 'sleep'])
  const logger = checkMethods('logger', options.logger ?? consoleLogger, ['debug', 'info', 'warn', 'error'])
  const local = memoryCoordinator({ clock })
  const { coordinator = local, maxAgeSeconds, deadline = {} } = options
  checkNames('deadline', deadline, deadlineNames)
  const onTimeout = readPolicy(options)
  const resume = readResume(deadline, onTimeout)
  const pushWindow = readPushWindow(options)
  const sessions = readSessions(options, clock)
  return {
    tokens,
    tokenHint: `(${toList(tokens).length > 1 ? 'one of several' : `${toList(tokens)[0]?.length} characters`})`,
    account: readId('account', options.account) ?? appId,
    crypto: readCrypto(options),
    credentials: keys[0] === undefined || appId === undefined ? undefined : { appId, encodingAesKey: keys[0] },
    mode,
    sessions,
    notes: resume === undefined && !pushWindow ? undefined : readNotes(sessions, clock),
    coordinator: checkMethods('coordinator', coordinator, [
      'claim',
      'heartbeat',
      'turn',
      'settle',
      'release',
      'close',
      'wait',
      'once',
    ]),
    localCoordinator: local,
    ownsCoordinator: coordinator === local,
    deadlineMs: positive('deadline.ms', deadline.ms ?? 4_500),
    onTimeout,
    resume,
    handlerTimeout: positive('handlerTimeout', options.handlerTimeout ?? 60_000),
    maxAgeSeconds: maxAgeSeconds === undefined ? undefined : positive('maxAgeSeconds', maxAgeSeconds),
    replayGuard: oneOf('replayGuard', options.replayGuard ?? false, [true, false]),
    onLostOwner: oneOf('onLostOwner', options.onLostOwner ?? 'rerun', ['rerun', 'drop']),
    leaseMs: positive('leaseMs', options.leaseMs ?? 8_000),
    keepMs: positive('keepMs', options.keepMs ?? 60_000),
    lineLimit: readLineLimit(options.lineLimit ?? 50),
    longText: oneOf('longText', options.longText ?? 'split', ['split', 'refuse']),
    pusher: options.pusher === undefined ? undefined : checkMethods('pusher', options.pusher, ['send']),
    pushWindow,
    cloudRun: oneOf('cloudRun', options.cloudRun ?? false, [true, false]),
    logger: redactingLogger(logger, createRedactor({ secrets: [...toList(tokens), ...keys] })),
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
  if (appId === undefined) {
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
  return sessions === undefined ? new ContextStore<Session>({ clock }) : checkMethods('sessions', sessions, ['open'])
}

function readPolicy<Session extends object>({ deadline, pusher }: RobotOptions<Session>): TimeoutPolicy {
  const policy = oneOf('deadline.onTimeout', deadline?.onTimeout ?? 'wait', ['wait', 'push', 'resume', 'success'])
  if (policy === 'push' && pusher === undefined) {
    throw new ConfigError('deadline.onTimeout', "is 'push', and there is no pusher to send a late answer with")
  }
  return policy
}

function readPushWindow<Session extends object>({ pushWindow = false, pusher }: RobotOptions<Session>): boolean {
  if (oneOf('pushWindow', pushWindow, [true, false]) && pusher === undefined) {
    throw new ConfigError('pushWindow', 'is on, and there is no pusher whose messages it could count')
  }
  return pushWindow
}

/** The store does not care what it keeps; the notes stand under keys that no session has. */
function readNotes<Session extends object>(sessions: ContextStore<Session> | undefined, clock: Clock): ContextStore {
  if (sessions === undefined) return new ContextStore({ clock })
  return checkMethods('sessions', sessions, ['open', 'update']) as unknown as ContextStore
}

function readLineLimit(value: number): number {
  if (Number.isInteger(positive('lineLimit', value)) || value === Number.POSITIVE_INFINITY) return value
  throw new ConfigError('lineLimit', 'must be a whole number of messages')
}

/** An empty id would make one account of several, in keys and in what messages are sealed for. */
function readId(setting: string, value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && /^\S+$/.test(value))) return value
  throw new ConfigError(setting, 'must be text without blanks, and not empty; leave it away if there is none')
}
