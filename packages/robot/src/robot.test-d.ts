import type { UserContext } from '@wx/context-store'
import type { WebHandler } from '@wx/core'
import type { EventMessage, IncomingMessage, KnownEvent, PlatformMessage, Reply, UserMessage } from '@wx/xml-messages'
import { describe, expectTypeOf, it } from 'vitest'
import { type OneOfRobots, Robot, type RobotContext, robotCache, robots } from './index.js'

const robot = new Robot({ token: 'weixin' })

describe('ctx.message is narrowed by every form of registration', () => {
  it('methods of message types', () => {
    robot.text((ctx) => {
      expectTypeOf(ctx.message.type).toEqualTypeOf<'text'>()
      expectTypeOf(ctx.message.content).toEqualTypeOf<string>()
      expectTypeOf(ctx.message.kind).toEqualTypeOf<'message'>()
    })
    robot.image((ctx) => expectTypeOf(ctx.message.mediaId).toEqualTypeOf<string>() && undefined)
    robot.location((ctx) => {
      expectTypeOf(ctx.message.type).toEqualTypeOf<'location'>()
      // @ts-expect-error a location has no content
      ctx.message.content
    })
    robot.unknown((ctx) => expectTypeOf(ctx.message.rawType).toEqualTypeOf<string>() && undefined)
  })

  it('methods of events', () => {
    robot.subscribe((ctx) => {
      expectTypeOf(ctx.message.event).toEqualTypeOf<'subscribe'>()
      expectTypeOf(ctx.message.kind).toEqualTypeOf<'event'>()
    })
    robot.locationEvent((ctx) => {
      expectTypeOf(ctx.message.event).toEqualTypeOf<'location'>()
      expectTypeOf(ctx.message.latitude).toExtend<number | undefined>()
    })
    robot.unknownEvent((ctx) => expectTypeOf(ctx.message.rawEvent).toEqualTypeOf<string>() && undefined)
  })

  it('click, with a key and without', () => {
    robot.click((ctx) => ctx.message.key)
    robot.click('help', (ctx) => {
      expectTypeOf(ctx.message.event).toEqualTypeOf<'click'>()
      return ctx.message.key
    })
    // @ts-expect-error a key is text
    robot.click(1, () => 'never')
    // @ts-expect-error there is no handler
    robot.click('help')
  })

  it('on, with a filter, a kind and a list', () => {
    robot.on('text', (ctx) => ctx.message.content)
    robot.on('event:scan', (ctx) => expectTypeOf(ctx.message.event).toEqualTypeOf<'scan'>() && undefined)
    robot.on('platform:authorized', (ctx) => {
      expectTypeOf(ctx.message.infoType).toEqualTypeOf<'authorized'>()
    })
    robot.on('message', (ctx) => expectTypeOf(ctx.message).toExtend<UserMessage>() && undefined)
    robot.on('event', (ctx) => expectTypeOf(ctx.message).toExtend<EventMessage>() && undefined)
    robot.on('platform', (ctx) => expectTypeOf(ctx.message).toExtend<PlatformMessage>() && undefined)
    robot.on(['text', 'voice'], (ctx) => {
      expectTypeOf(ctx.message.type).toEqualTypeOf<'text' | 'voice'>()
      return ctx.message.type === 'text' ? ctx.message.content : ctx.message.mediaId
    })
    robot.on(['text', 'event:click'] as const, (ctx) => {
      return ctx.message.kind === 'message' ? ctx.message.content : ctx.message.key
    })
    robot.on('event:unknown', (ctx) => ctx.message.rawEvent)
  })

  it('hears and filter hear texts', () => {
    robot.hears(/^(\d+)$/, (ctx) => {
      expectTypeOf(ctx.match).toEqualTypeOf<RegExpMatchArray | undefined>()
      return ctx.message.content
    })
    robot.hears(['a', /b/], (ctx) => ctx.message.content)
    robot.filter('a', /b/, (ctx) => ctx.message.content)
    // @ts-expect-error a rule is a string or an expression
    robot.hears(1, () => 'never')
    // @ts-expect-error the handler comes last
    robot.filter(() => 'never', 'a')
  })

  it('handler and middleware get every message, to be narrowed by kind', () => {
    robot.handler((ctx) => {
      expectTypeOf(ctx.message).toEqualTypeOf<IncomingMessage>()
      if (ctx.message.kind === 'message' && ctx.message.type === 'text') return ctx.message.content
      if (ctx.message.kind === 'event' && ctx.message.event !== 'unknown') {
        expectTypeOf(ctx.message).toExtend<KnownEvent>()
      }
      return undefined
    })
    robot.use(async (ctx, next) => {
      expectTypeOf(ctx.message).toEqualTypeOf<IncomingMessage>()
      expectTypeOf(await next()).toEqualTypeOf<Reply | undefined>()
    })
    robot.catch((error, ctx) => {
      expectTypeOf(error).toBeUnknown()
      expectTypeOf(ctx.message).toEqualTypeOf<IncomingMessage>()
    })
  })
})

describe('names', () => {
  it('a filter that fits nothing is refused', () => {
    // @ts-expect-error events have a prefix
    robot.on('subscribe', () => 'never')
    // @ts-expect-error there is no such event
    robot.on('event:subscribed', () => 'never')
    // @ts-expect-error one of them does not exist
    robot.on(['text', 'txt'], () => 'never')
    // @ts-expect-error there is no such method
    robot.txt(() => 'never')
    // @ts-expect-error a probe has no handler
    robot.on('probe', () => 'never')
  })

  it('methods exist for odd names', () => {
    for (const method of [
      'locationEvent',
      'unknownEvent',
      'unknownPlatform',
      'templatesendjobfinish',
      'masssendjobfinish',
      'kfCreateSession',
      'userGetCard',
      'scancodeWaitmsg',
      'picPhotoOrAlbum',
      'subscribeMsgPopupEvent',
      'deviceText',
      'shortvideo',
      'miniprogrampage',
      'xpayGoodsDeliverNotify',
      'notify3rdWxaAuth',
      'componentVerifyTicket',
    ] as const) {
      expectTypeOf(robot[method]).toBeFunction()
    }
    robot.deviceText((ctx) => expectTypeOf(ctx.message.type).toEqualTypeOf<'device_text'>() && undefined)
    robot.kfCreateSession((ctx) => {
      expectTypeOf(ctx.message.event).toEqualTypeOf<'kf_create_session'>()
    })
    robot.templatesendjobfinish((ctx) => ctx.message.status)
  })

  it('every registration returns the robot', () => {
    expectTypeOf(robot.text(() => 'x')).toEqualTypeOf<Robot>()
    expectTypeOf(robot.on('text', () => 'x').hears('a', () => 'x')).toEqualTypeOf<Robot>()
  })
})

describe('what a handler returns', () => {
  it('text, replies, short forms, nothing, or a promise of them', () => {
    robot.text(() => 'x')
    robot.text(async () => undefined)
    robot.text(() => null)
    robot.text(() => {})
    robot.text((ctx) => ctx.reply.text('x'))
    robot.text(() => [['title', 'description', 'picUrl', 'url']])
    robot.text(() => ['title', 'description', 'url'])
    robot.text(async () => ['title', 'description', 'url', 'hqUrl'])
  })

  it('and nothing else', () => {
    // @ts-expect-error a number is no reply
    robot.text(() => 1)
    // @ts-expect-error nor is a boolean
    robot.text(async () => true)
    // @ts-expect-error nor an object of no type
    robot.text(() => ({ content: 'x' }))
    // @ts-expect-error music has three or four texts
    robot.text(() => ['title'])
  })
})

describe('Session', () => {
  interface Visits {
    count: number
    name?: string
  }
  const typed = new Robot<Visits>({ token: 'weixin' })

  it('types ctx.session in every handler', () => {
    typed.text((ctx) => {
      expectTypeOf(ctx).toExtend<RobotContext<IncomingMessage, Visits>>()
      expectTypeOf(ctx.session).toEqualTypeOf<UserContext<Visits>>()
      ctx.session.set('count', 1)
      // @ts-expect-error a count is a number
      ctx.session.set('count', 'one')
    })
    typed.use((ctx, next) => {
      expectTypeOf(ctx.session).toEqualTypeOf<UserContext<Visits>>()
      return next()
    })
    typed.click('x', (ctx) => expectTypeOf(ctx.session).toEqualTypeOf<UserContext<Visits>>() && undefined)
    typed.hears('x', (ctx) => expectTypeOf(ctx.session).toEqualTypeOf<UserContext<Visits>>() && undefined)
  })

  it('stays with the robot when registrations chain', () => {
    expectTypeOf(typed.text(() => 'x')).toEqualTypeOf<Robot<Visits>>()
  })
})

describe('handle', () => {
  it('is a WebHandler, and takes a parsed query too', () => {
    expectTypeOf(robot.handle).toExtend<WebHandler>()
    void robot.handle({ method: 'GET', query: { signature: 'x', timestamp: ['1', '2'] } })
    // @ts-expect-error a query is needed
    void robot.handle({ method: 'GET' })
  })
})

describe('options', () => {
  it('names are checked', () => {
    // @ts-expect-error the key is called encodingAesKey
    new Robot({ token: 'weixin', appId: 'wx', encodingAESKey: 'x' })
    // @ts-expect-error there is no token
    new Robot({})
    // @ts-expect-error there is no such mode
    new Robot({ token: 'weixin', mode: 'safe' })
  })
})

describe('conversation', () => {
  interface Order {
    product: string
    count: number
    gift?: boolean
  }
  const typed = new Robot<{ visits: number }>({ token: 'weixin' })

  it('types what each step reads, and what done gets', () => {
    typed.conversation<Order>('order', {
      start: ['order', /^buy/],
      steps: {
        product: {
          ask: 'what?',
          read: (text, ctx, data) => {
            expectTypeOf(text).toEqualTypeOf<string | undefined>()
            expectTypeOf(ctx).toEqualTypeOf<RobotContext<IncomingMessage, { visits: number }>>()
            expectTypeOf(data).toEqualTypeOf<Partial<Order>>()
            return text
          },
        },
        count: { ask: ({ product }) => `how many ${product}?`, read: async () => 1, next: () => 'gift' },
        gift: { ask: () => ['title', 'description', 'url'], read: () => true, next: () => null },
      },
      done: (data, ctx) => {
        expectTypeOf(data).toEqualTypeOf<Order>()
        expectTypeOf(ctx.session.get('visits')).toEqualTypeOf<number | undefined>()
        return ctx.enter('another', { from: data.product })
      },
    })
  })

  it('refuses a step of another type, a missing step and one that does not exist', () => {
    const ask = 'what?'
    const steps = { product: { ask, read: () => 'apples' }, count: { ask, read: () => 1 } }
    const done = () => 'done'
    // @ts-expect-error a count is a number
    typed.conversation<Order>('order', { steps: { ...steps, gift: { ask, read: () => 'yes' } }, done })
    // @ts-expect-error nobody asks for a gift
    typed.conversation<Order>('order', { steps, done })
    const gift = { ask, read: () => true }
    // @ts-expect-error there is no step of that name
    typed.conversation<Order>('order', { steps: { ...steps, gift: { ...gift, next: () => 'gone' } }, done })
  })
})

describe('ctx.push', () => {
  it('is called, and knows what is left', () => {
    robot.text(async (ctx) => {
      expectTypeOf(ctx.push('x')).toEqualTypeOf<Promise<void>>()
      expectTypeOf(ctx.push.remaining).toEqualTypeOf<number | undefined>()
      expectTypeOf(ctx.push.canPush).toEqualTypeOf<boolean>()
      // @ts-expect-error there is nothing to push
      await ctx.push(undefined)
    })
  })
})

describe('many robots', () => {
  it('robots of every session fit, from a cache too, and what comes of it is mounted like one', () => {
    const typed = new Robot<{ visits: number }>({ token: 'weixin' })
    expectTypeOf(typed).toExtend<OneOfRobots>()
    const cache = robotCache(async (name) => (name === 'typed' ? typed : undefined))
    expectTypeOf(cache.get('typed')).toEqualTypeOf<Promise<typeof typed | undefined>>()
    expectTypeOf(robots(({ path }) => cache.get(path))).toExtend<WebHandler>()
    expectTypeOf(robots(() => robot)).toExtend<{ readonly handle: WebHandler }>()
    // @ts-expect-error a name is no robot
    robots(() => 'shop')
  })
})

describe('deadline', () => {
  it('knows the settings of resume', () => {
    new Robot({ token: 'weixin', deadline: { onTimeout: 'resume', placeholder: 'wait', resumeWords: ['go on'] } })
    // @ts-expect-error words are a list
    new Robot({ token: 'weixin', deadline: { onTimeout: 'resume', resumeWords: 'go on' } })
  })
})
