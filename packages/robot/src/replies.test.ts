import { recordingLogger } from '@wx/core/testing'
import { reply } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import type { Handler } from './router.js'
import { testUser } from './testing/index.js'

function setUp(handler: Handler<never, Record<string, unknown>>) {
  const logger = recordingLogger()
  const robot = new Robot({ token: 'weixin', sessions: false, logger })
  robot.handler(handler as never)
  return { robot, logger, user: testUser(robot) }
}

describe('what a handler may return', () => {
  it('a text', async () => {
    expect((await setUp(() => 'hello').user.send('hi')).text).toBe('hello')
    expect((await setUp(async () => 'hello').user.send('hi')).text).toBe('hello')
  })

  it('a reply of every type', async () => {
    const made = [
      reply.text('x'),
      reply.image('m'),
      reply.voice('m'),
      reply.video({ mediaId: 'm' }),
      reply.music({ musicUrl: 'https://music' }),
      reply.news([{ title: 't', description: 'd', picUrl: 'p', url: 'u' }]),
      reply.transferCustomerService('kf@account'),
    ]
    for (const it of made) expect((await setUp(() => it).user.send('hi')).fields?.['MsgType']).toBe(it.type)
    expect((await setUp(() => reply.success()).user.send('hi')).body).toBe('success')
    expect((await setUp(() => reply.empty()).user.send('hi')).body).toBe('')
  })

  it('goes from the account to the user', async () => {
    const { fields } = await setUp(() => 'hello').user.send('hi')
    expect(fields).toMatchObject({
      ToUserName: 'oTestUser',
      FromUserName: 'gh_test',
      MsgType: 'text',
      Content: 'hello',
    })
  })

  it('articles in short, as in WeRoBot', async () => {
    const { fields } = await setUp(() => [
      ['t1', 'd1', 'p1', 'u1'],
      ['t2', 'd2', 'p2', 'u2'],
    ]).user.send('hi')
    expect(fields).toMatchObject({
      MsgType: 'news',
      ArticleCount: '2',
      Articles: {
        item: [
          { Title: 't1', Description: 'd1', PicUrl: 'p1', Url: 'u1' },
          { Title: 't2', Description: 'd2', PicUrl: 'p2', Url: 'u2' },
        ],
      },
    })
  })

  it('music in short, as in WeRoBot: the better URL is the ordinary one where it is left out', async () => {
    const music = async (short: readonly [string, string, string, string?]) =>
      (await setUp(() => short).user.send('hi')).fields?.['Music']
    expect(await music(['t', 'd', 'url'])).toMatchObject({ Title: 't', MusicUrl: 'url', HQMusicUrl: 'url' })
    expect(await music(['t', 'd', 'url', 'hq'])).toMatchObject({ MusicUrl: 'url', HQMusicUrl: 'hq' })
  })
})

describe('what is no reply reaches robot.catch, and never the user', () => {
  const wrong: Readonly<Record<string, unknown>> = {
    'a number': 1,
    'a boolean': true,
    'a symbol': Symbol('x'),
    'a function': () => 'x',
    'a bigint': 1n,
    'a date': new Date(0),
    'an object without a type': { content: 'x' },
    'an object with another kind of type': { type: 1 },
    'an unknown type': { type: 'hologram' },
    'the name of an inherited property': { type: 'constructor' },
    'a list of numbers': [1, 2],
    'one text in a list': ['x'],
    'five texts in a list': ['1', '2', '3', '4', '5'],
    'music with something else in it': ['t', 'd', 3],
    'articles with too little': [['t', 'd', 'p']],
    'articles with something else': [['t', 'd', 'p', null]],
    'a list of objects': [{ title: 't' }],
    'a text without content': reply.text(''),
    'a text with a number': reply.text(1 as never),
    'a text with nothing': reply.text(undefined as never),
    'an image without a media id': reply.image(undefined as never),
    'an image with an object': reply.image({} as never),
    'a voice with null': reply.voice(null as never),
    'a video without a media id': reply.video({} as never),
    'music with a number': reply.music({ musicUrl: 5 } as never),
    'news without articles': reply.news([]),
    'news with nothing': reply.news(undefined as never),
    'an article without a title': reply.news([{ description: 'd', picUrl: 'p', url: 'u' } as never]),
    'news with too many articles': reply.news(Array(11).fill({ title: 't', description: 'd', picUrl: 'p', url: 'u' })),
    'an acknowledgement a user would see as an error': reply.ack(),
    'JSON a user would see as an error': reply.json({ a: 1 }),
    'JSON without a value': reply.json(undefined as never),
    'JSON that cannot be written': reply.json(1n as never),
  }
  for (const [what, value] of Object.entries(wrong)) {
    for (const way of ['at once', 'later'] as const) {
      it(`${what} (${way})`, async () => {
        const { user, logger, robot } = setUp((() => (way === 'later' ? Promise.resolve(value) : value)) as never)
        const failures: unknown[] = []
        robot.catch((error) => void failures.push(error))
        const { status, body } = await user.send('hi')
        expect([status, body]).toEqual([200, 'success'])
        expect(failures).toHaveLength(1)
        expect(failures[0]).toBeInstanceOf(Error)
        expect(logger.lines.map((it) => it.level)).toEqual(['error'])
        expect(robot.stats.handlerErrors).toBe(1)
      })
    }
  }

  it('JSON to a push that came as JSON goes out as it is', async () => {
    const { robot } = setUp(() => reply.json({ demo_resp: 'good luck' }))
    const { body } = await testUser(robot, { format: 'json' }).event('debug_demo')
    expect(JSON.parse(body)).toEqual({ demo_resp: 'good luck' })
  })
})

describe('ctx.reply', () => {
  it('answers without return, and with it', async () => {
    expect((await setUp((ctx) => void ctx.reply.text('built')).user.send('hi')).text).toBe('built')
    expect((await setUp((ctx) => ctx.reply.text('built')).user.send('hi')).text).toBe('built')
    expect((await setUp(async (ctx) => void ctx.reply.text('built')).user.send('hi')).text).toBe('built')
  })

  it('has every builder, each with what reply makes', async () => {
    const { user } = setUp((ctx) => {
      expect(Object.keys(reply).filter((name) => typeof ctx.reply[name as never] !== 'function')).toEqual([])
      return ctx.reply.news([{ title: 't', description: 'd', picUrl: 'p', url: 'u' }])
    })
    expect((await user.send('hi')).fields?.['MsgType']).toBe('news')
  })

  it('keeps the handlers after it from running', async () => {
    const { robot } = setUp(() => 'too late')
    robot.text((ctx) => void ctx.reply.text('built'))
    expect((await testUser(robot).send('hi')).text).toBe('built')
  })

  it('answers once: the second one throws, and the user gets neither', async () => {
    const { user, logger } = setUp((ctx) => {
      ctx.reply.text('one')
      ctx.reply.text('two')
    })
    expect((await user.send('hi')).body).toBe('success')
    expect(String(logger.lines[0]?.fields?.['error'])).toContain('one passive reply')
  })

  it('and another answer that is returned are two answers', async () => {
    for (const handler of [
      (ctx: { reply: typeof reply }) => {
        ctx.reply.text('built')
        return 'returned'
      },
      async (ctx: { reply: typeof reply }) => {
        ctx.reply.text('built')
        return reply.text('returned')
      },
    ]) {
      const { user, logger } = setUp(handler)
      expect((await user.send('hi')).body).toBe('success')
      expect(String(logger.lines[0]?.fields?.['error'])).toContain('returned another answer')
    }
  })
})

describe('robot.catch', () => {
  const failing = () => {
    throw new Error('boom')
  }

  it('gives the user an answer: returned, built, or in short', async () => {
    const answers: readonly ((robot: Robot) => Robot)[] = [
      (robot) => robot.catch(() => 'sorry'),
      (robot) => robot.catch(async () => reply.text('sorry')),
      (robot) => robot.catch((_, ctx) => void ctx.reply.text('sorry')),
      (robot) => robot.catch((_, ctx) => ctx.reply.text('sorry')),
    ]
    for (const register of answers) {
      const { robot, user } = setUp(failing)
      register(robot)
      expect((await user.send('hi')).text).toBe('sorry')
    }
  })

  it('may build an answer though the handler that failed had built one', async () => {
    const { robot, user } = setUp((ctx) => {
      ctx.reply.text('half an answer')
      return failing()
    })
    robot.catch((_, ctx) => void ctx.reply.text('sorry'))
    expect((await user.send('hi')).text).toBe('sorry')
  })

  it('gets the error and the context, after it was logged', async () => {
    const { robot, user, logger } = setUp(failing)
    const seen: unknown[] = []
    robot.catch((error, ctx) => void seen.push((error as Error).message, ctx.key, logger.lines.length))
    await user.send('hi')
    expect(seen).toEqual(['boom', logger.lines[0]?.fields?.['key'], 1])
  })

  it('without one, or when it says nothing, the user gets success', async () => {
    expect((await setUp(failing).user.send('hi')).body).toBe('success')
    const { robot, user } = setUp(failing)
    robot.catch(() => undefined)
    expect((await user.send('hi')).body).toBe('success')
  })

  it('that fails itself, or returns what is no reply, is logged, and the user gets success', async () => {
    for (const wrong of [failing, () => 5 as never, async () => failing()]) {
      const { robot, user, logger } = setUp(failing)
      robot.catch(wrong)
      expect((await user.send('hi')).body).toBe('success')
      expect(logger.lines.map((it) => it.message)).toEqual([
        expect.stringContaining('a handler failed'),
        expect.stringContaining('robot.catch'),
      ])
    }
  })

  it('is one: a second is refused', () => {
    const { robot } = setUp(failing)
    robot.catch(() => 'sorry')
    expect(() => robot.catch(() => 'other')).toThrow('robot.catch was called twice')
  })

  it('gets whatever was thrown, also what is no error', async () => {
    const { robot, user } = setUp(() => {
      throw 'a text'
    })
    robot.catch((error) => `caught ${String(error)}`)
    expect((await user.send('hi')).text).toBe('caught a text')
  })
})

describe('ctx', () => {
  it('has a key that all deliveries of a message share, and counts them', async () => {
    const seen: [string, number][] = []
    const { user } = setUp((ctx) => {
      seen.push([ctx.key, ctx.attempt])
    })
    const push = user.message('message:text', { Content: 'hi' })
    await user.push(push)
    await user.push(push)
    await user.send('another')
    expect(seen).toHaveLength(2)
    expect(seen[0]?.[1]).toBe(1)
    expect(seen[0]?.[0]).not.toBe(seen[1]?.[0])
  })

  it('state is empty at first, and every message has its own', async () => {
    const seen: unknown[] = []
    const { user } = setUp((ctx) => {
      seen.push({ ...ctx.state })
      ctx.state['x'] = 1
      seen.push({ ...ctx.state })
    })
    await user.send('1')
    await user.send('2')
    expect(seen).toEqual([{}, { x: 1 }, {}, { x: 1 }])
  })

  it('session without sessions says so', async () => {
    const { user, logger } = setUp((ctx) => void ctx.session)
    await user.send('hi')
    expect(String(logger.lines[0]?.fields?.['error'])).toContain('keeps no sessions')
  })

  it('push without a pusher says so, and nothing to push is a mistake', async () => {
    const { user, logger } = setUp(async (ctx) => ctx.push('more'))
    await user.send('hi')
    expect(String(logger.lines[0]?.fields?.['error'])).toContain('has no pusher')
  })

  it('push sends beside the reply, replies in short included', async () => {
    const pushed: unknown[] = []
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      pusher: { send: async (openid, it) => void pushed.push([openid, it]) },
    })
    robot.text(async (ctx) => {
      await ctx.push('more')
      await ctx.push(['t', 'd', 'url'])
      return 'the reply'
    })
    expect((await testUser(robot).send('hi')).text).toBe('the reply')
    expect(pushed).toEqual([
      ['oTestUser', reply.text('more')],
      ['oTestUser', reply.music({ title: 't', description: 'd', musicUrl: 'url' })],
    ])
  })
})
