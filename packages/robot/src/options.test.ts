import { memoryCoordinator } from '@wx/context-store'
import { ConfigError, silentLogger } from '@wx/core'
import { findLeaks } from '@wx/core/testing'
import { CryptoError, generateEncodingAesKey } from '@wx/crypto'
import { describe, expect, it } from 'vitest'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { readOptions } from './settings.js'

const encodingAesKey = generateEncodingAesKey()
const secure = { token: 'weixin', appId: 'wx0123456789abcdef', encodingAesKey }

function errorOf(options: unknown): ConfigError | CryptoError {
  try {
    new Robot(options as RobotOptions)
  } catch (error) {
    if (error instanceof ConfigError || error instanceof CryptoError) return error
    throw error
  }
  throw new Error('the options were taken')
}

/** What is wrong → the setting that is named, and what the message must say. */
const wrong: Readonly<Record<string, readonly [options: unknown, setting: string, says: RegExp]>> = {
  'no options': [undefined, 'options', /must be an object of settings, not undefined/],
  'a text for options': ['weixin', 'options', /not string/],
  'a list for options': [[secure], 'options', /not a list/],
  'no token': [{}, 'token', /is missing: give the Token that stands in the WeChat console/],
  'a token from an environment without it': [{ token: undefined }, 'token', /is missing/],
  'an empty token (S13)': [{ token: '' }, 'token', /would let anybody sign/],
  'a null token': [{ token: null }, 'token', /is missing/],
  'a token of two characters': [{ token: 'ab' }, 'token', /3 to 32 letters or digits, this one has 2 characters/],
  'a token of 33 characters': [{ token: 'a'.repeat(33) }, 'token', /this one has 33 characters/],
  'a token with a blank behind': [{ token: 'weixin ' }, 'token', /7 characters, a blank among them/],
  'a token with other characters': [{ token: 'wei-xin' }, 'token', /3 to 32 letters or digits/],
  'no token in a list': [{ token: [] }, 'token', /empty list/],
  'an empty token in a list': [{ token: ['weixin', ''] }, 'token', /would let anybody sign/],
  'a key without an AppID (S13)': [{ token: 'weixin', encodingAesKey }, 'appId', /it must be compared/],
  'an empty AppID': [{ ...secure, appId: '' }, 'appId', /not empty/],
  'an empty AppID without a key': [{ token: 'weixin', appId: '' }, 'appId', /not empty/],
  'an AppID with a blank': [{ ...secure, appId: 'wx1 ' }, 'appId', /without blanks/],
  'an empty account': [{ token: 'weixin', account: '' }, 'account', /not empty/],
  'secure mode without a key': [{ token: 'weixin', mode: 'secure' }, 'encodingAesKey', /mode 'secure' needs/],
  'compatible mode without a key': [
    { token: 'weixin', mode: 'compatible' },
    'encodingAesKey',
    /mode 'compatible' needs/,
  ],
  'an unknown mode': [{ ...secure, mode: 'safe' }, 'mode', /one of plain, compatible, secure/],
  "'push' without a pusher": [{ token: 'weixin', deadline: { onTimeout: 'push' } }, 'deadline.onTimeout', /no pusher/],
  'an unknown policy': [
    { token: 'weixin', deadline: { onTimeout: 'never' } },
    'deadline.onTimeout',
    /one of wait, push/,
  ],
  'a number for the deadline': [{ token: 'weixin', deadline: 4500 }, 'deadline', /an object of settings, not number/],
  'a misspelt deadline': [{ token: 'weixin', deadline: { timeout: 1 } }, 'timeout', /is no setting/],
  'a deadline of 0': [{ token: 'weixin', deadline: { ms: 0 } }, 'deadline.ms', /above 0, not 0/],
  'a negative handlerTimeout': [{ token: 'weixin', handlerTimeout: -1 }, 'handlerTimeout', /above 0, not -1/],
  'a text for a number': [
    { token: 'weixin', handlerTimeout: '60000' },
    'handlerTimeout',
    /a number above 0, not string/,
  ],
  'NaN for a number': [{ token: 'weixin', maxAgeSeconds: Number.NaN }, 'maxAgeSeconds', /above 0, not NaN/],
  'a lease of nothing': [{ token: 'weixin', leaseMs: {} }, 'leaseMs', /above 0, not object/],
  'a keepMs of 0': [{ token: 'weixin', keepMs: 0 }, 'keepMs', /above 0/],
  'half a message in line': [{ token: 'weixin', lineLimit: 1.5 }, 'lineLimit', /whole number/],
  'a word for replayGuard': [{ token: 'weixin', replayGuard: 'yes' }, 'replayGuard', /one of true, false/],
  'an unknown onLostOwner': [{ token: 'weixin', onLostOwner: 'retry' }, 'onLostOwner', /one of rerun, drop/],
  'an unknown longText': [{ token: 'weixin', longText: 'cut' }, 'longText', /one of split, refuse/],
  'a function for a pusher': [{ token: 'weixin', pusher: () => {} }, 'pusher', /methods send; send is missing/],
  'null for a pusher': [{ token: 'weixin', pusher: null }, 'pusher', /send is missing/],
  'true for sessions': [{ token: 'weixin', sessions: true }, 'sessions', /open is missing/],
  'a Map for a coordinator': [{ token: 'weixin', coordinator: new Map() }, 'coordinator', /claim is missing/],
  'a function for a logger': [{ token: 'weixin', logger: console.log }, 'logger', /is missing/],
  'Date for a clock': [{ token: 'weixin', clock: Date }, 'clock', /sleep is missing/],
  'a key under another name': [
    { token: 'weixin', appId: 'wx1', encodingAESKey: encodingAesKey },
    'encodingAESKey',
    /did you mean 'encodingAesKey'\?/,
  ],
  'an appid': [{ token: 'weixin', appid: 'wx1' }, 'appid', /did you mean 'appId'\?/],
  'a setting of something else': [{ token: 'weixin', port: 80 }, 'port', /is no setting of a robot$/],
}

describe('a wrong option is refused where it is given, and the message says how to mend it', () => {
  for (const [what, [options, setting, says]] of Object.entries(wrong)) {
    it(what, () => {
      const error = errorOf(options)
      expect(error).toBeInstanceOf(ConfigError)
      expect((error as ConfigError).setting).toBe(setting)
      expect(error.message).toMatch(says)
    })
  }

  const badKeys = ['', 'short', `${encodingAesKey}=`, ` ${encodingAesKey.slice(1)}`, encodingAesKey.slice(1), null, 43]
  for (const key of badKeys) {
    it(`an EncodingAESKey that is ${key === null ? 'null' : typeof key === 'number' ? 'a number' : `${key.length} characters of another kind`}`, () => {
      const error = errorOf({ ...secure, encodingAesKey: key })
      expect(error).toMatchObject({ code: 'WX_CRYPTO_KEY' })
    })
  }

  it('without showing a token or a key', () => {
    const canary = 'CanaryCanaryCanary'
    const attempts = [
      { token: `${canary} ` },
      { token: [canary, ''] },
      { ...secure, token: `${canary}-` },
      { ...secure, encodingAesKey: `${canary}=` },
      { ...secure, encodingAesKey: [encodingAesKey, canary] },
      { ...secure, token: canary, mode: 'safe' },
      { token: canary, encodingAesKey },
    ]
    for (const options of attempts) {
      const error = errorOf(options)
      expect(findLeaks([error, error.stack, JSON.stringify(error)], [canary, encodingAesKey])).toEqual([])
    }
  })
})

describe('defaults', () => {
  it('are those the README names', () => {
    expect(readOptions({ token: 'weixin', sessions: false })).toMatchObject({
      mode: 'plain',
      account: undefined,
      deadlineMs: 4_500,
      onTimeout: 'wait',
      handlerTimeout: 60_000,
      maxAgeSeconds: undefined,
      replayGuard: false,
      onLostOwner: 'rerun',
      leaseMs: 8_000,
      keepMs: 60_000,
      lineLimit: 50,
      longText: 'split',
      pusher: undefined,
      ownsCoordinator: true,
    })
  })

  it('a key makes it secure; a mode that is given wins', () => {
    expect(readOptions({ ...secure }).mode).toBe('secure')
    expect(readOptions({ ...secure, mode: 'compatible' }).mode).toBe('compatible')
    expect(readOptions({ ...secure, mode: 'plain' }).mode).toBe('plain')
  })

  it('the account is the AppID, unless it is given', () => {
    expect(readOptions(secure).account).toBe(secure.appId)
    expect(readOptions({ ...secure, account: 'gh_1' }).account).toBe('gh_1')
  })

  it('what is undefined counts as left away', () => {
    const nothing = Object.fromEntries(Object.keys(secure).map((name) => [name, undefined]))
    expect(readOptions({ ...nothing, token: 'weixin', port: undefined } as unknown as RobotOptions).mode).toBe('plain')
  })

  it('several tokens and keys are taken, while they are being changed', () => {
    const settings = readOptions({
      ...secure,
      token: ['new', 'old'],
      encodingAesKey: [encodingAesKey, generateEncodingAesKey()],
    })
    expect(settings.tokens).toEqual(['new', 'old'])
    expect(settings.credentials).toEqual({ appId: secure.appId, encodingAesKey })
  })

  it('a coordinator that is given is a shared one', () => {
    expect(
      readOptions({ token: 'weixin', coordinator: memoryCoordinator(), logger: silentLogger }).ownsCoordinator,
    ).toBe(false)
  })

  it('Infinity is no limit', () => {
    const endless = { token: 'weixin', handlerTimeout: Number.POSITIVE_INFINITY, lineLimit: Number.POSITIVE_INFINITY }
    expect(readOptions(endless)).toMatchObject({ handlerTimeout: Number.POSITIVE_INFINITY })
  })
})
