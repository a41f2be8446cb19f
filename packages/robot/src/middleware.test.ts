import { ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

function setUp() {
  const logger = recordingLogger()
  const robot = new Robot({ token: 'weixin', sessions: false, logger })
  const failures: unknown[] = []
  robot.catch((error) => {
    failures.push((error as Error).message)
    return 'caught by the robot'
  })
  return { robot, failures, logger, send: async () => (await testUser(robot).send('hello')).text }
}

describe('middleware', () => {
  it('runs around the handlers, in order of registration in and back out', async () => {
    const { robot, send } = setUp()
    const seen: string[] = []
    for (const name of ['a', 'b']) {
      robot.use(async (_, next) => {
        seen.push(`${name} in`)
        await next()
        seen.push(`${name} out`)
      })
    }
    robot.text(() => {
      seen.push('handler')
      return 'answer'
    })
    expect(await send()).toBe('answer')
    expect(seen).toEqual(['a in', 'b in', 'handler', 'b out', 'a out'])
  })

  it('runs where no handler is registered, too', async () => {
    const { robot, send } = setUp()
    robot.use(() => 'from middleware')
    expect(await send()).toBe('from middleware')
  })

  it('that does not call next keeps the message from the handlers', async () => {
    const { robot, send } = setUp()
    let ran = false
    robot.use((ctx) => (ctx.message.source === 'somebody else' ? 'go on' : undefined))
    robot.text(() => {
      ran = true
      return 'answer'
    })
    expect(await send()).toBeUndefined()
    expect(ran).toBe(false)
  })

  it('may return an answer of its own, made of what is below', async () => {
    const { robot, send } = setUp()
    robot.use(async (_, next) => {
      const below = await next()
      return below?.type === 'text' ? `<${below.content}>` : undefined
    })
    robot.use((_, next) => next())
    robot.text(() => 'answer')
    expect(await send()).toBe('<answer>')
  })

  it('gets undefined from next when nobody below answered', async () => {
    const { robot, send } = setUp()
    robot.use(async (_, next) => ((await next()) === undefined ? 'nobody answered' : undefined))
    robot.image(() => 'an image')
    expect(await send()).toBe('nobody answered')
  })

  it('an answer made of what is below wins over what ctx.reply built there, through all layers', async () => {
    const { robot, send } = setUp()
    robot.use(async (_, next) => {
      await next()
    })
    robot.use(async (_, next) => {
      const below = await next()
      return below?.type === 'text' ? `${below.content}!` : undefined
    })
    robot.text((ctx) => void ctx.reply.text('built'))
    expect(await send()).toBe('built!')
  })

  it('may build its answer with ctx.reply, after what is below has returned one', async () => {
    const { robot, send } = setUp()
    robot.use(async (ctx, next) => {
      await next()
      ctx.reply.text('built above')
    })
    robot.text(() => 'returned below')
    expect(await send()).toBe('built above')
  })

  it('hands values down in ctx.state', async () => {
    const { robot, send } = setUp()
    robot.use((ctx, next) => {
      ctx.state['name'] = 'Ada'
      return next()
    })
    robot.text((ctx) => `hello ${ctx.state['name']}`)
    expect(await send()).toBe('hello Ada')
  })

  it('may call next once; the second call throws', async () => {
    const { robot, send, failures } = setUp()
    let runs = 0
    robot.use(async (_, next) => {
      await next()
      return next()
    })
    robot.text(() => void runs++)
    expect(await send()).toBe('caught by the robot')
    expect([runs, failures]).toEqual([1, ['next() was called twice in one middleware']])
  })
})

describe('errors and middleware', () => {
  const boom = () => {
    throw new Error('boom')
  }

  it('an error below passes through middleware to robot.catch', async () => {
    const { robot, send, failures } = setUp()
    robot.use((_, next) => next())
    robot.text(boom)
    expect(await send()).toBe('caught by the robot')
    expect(failures).toEqual(['boom'])
  })

  it('middleware may catch it: its answer is the answer, and it is no failure', async () => {
    const { robot, send, failures, logger } = setUp()
    robot.use(async (_, next) => {
      try {
        return await next()
      } catch {
        return 'caught on the way'
      }
    })
    robot.text(async () => boom())
    expect(await send()).toBe('caught on the way')
    expect([failures, logger.lines]).toEqual([[], []])
    expect(robot.stats.handlerErrors).toBe(0)
  })

  it('middleware may catch it and say nothing', async () => {
    const { robot, send, failures } = setUp()
    robot.use(async (_, next) => {
      await next().catch(() => {})
    })
    robot.text(boom)
    expect(await send()).toBeUndefined()
    expect(failures).toEqual([])
  })

  it('an error below that middleware does not look at is not lost', async () => {
    const { robot, send, failures } = setUp()
    robot.use((_, next) => {
      void next()
      return 'an answer of its own'
    })
    robot.text(async () => boom())
    expect(await send()).toBe('caught by the robot')
    expect(failures).toEqual(['boom'])
  })

  it('middleware that fails beside what is below leaves no rejection unhandled', async () => {
    const { robot, send, failures } = setUp()
    robot.use((_, next) => {
      void next()
      throw new Error('above')
    })
    robot.text(async () => boom())
    expect(await send()).toBe('caught by the robot')
    expect(failures).toEqual(['above'])
  })

  it('a message is not done while something below its failed middleware still runs', async () => {
    const clock = new ManualClock()
    const seen: string[] = []
    const robot = new Robot({ token: 'weixin', sessions: false, clock, logger: recordingLogger() })
    robot.use((ctx, next) => {
      void next()
      if (ctx.message.kind === 'message' && ctx.message.type === 'text' && ctx.message.content === '1') {
        throw new Error('above')
      }
      return undefined
    })
    robot.text(async (ctx) => {
      const { content } = ctx.message
      seen.push(`${content} begins`)
      await clock.sleep(1_000)
      seen.push(`${content} ends`)
    })
    const user = testUser(robot)
    const both = Promise.all([user.send('1'), user.send('2')])
    await clock.advance(3_000)
    await both
    expect(seen).toEqual(['1 begins', '1 ends', '2 begins', '2 ends'])
  })
})
