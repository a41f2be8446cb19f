import type { ContextStore } from '@wx/context-store'
import type { Clock, Logger } from '@wx/core'
import { type Pusher, Robot } from '@wx/robot'
import type { RobotConfig } from '@wx/simulator'

/** What is remembered about a user of the service account. */
export interface DemoSession {
  visits?: number
}

/** What the demo's robots need from their surroundings. */
export interface DemoRobotOptions {
  readonly config: RobotConfig
  readonly clock: Clock
  readonly pusher: Pusher
  readonly logger: Logger
  readonly sessions: ContextStore<DemoSession>
  /** Told how often the handlers ran whose runs matter. */
  readonly count: (handler: string) => number
}

/** Milliseconds the slow handler takes: two deliveries are cut, the third carries the answer. */
const slowMs = 12_000
/** Milliseconds the very slow one takes: no delivery carries it, so it arrives as a customer message. */
const verySlowMs = 25_000

/** A line of a text that is too long for one passive reply. */
export const longLine = (number: number): string => `第 ${number} 行：长长的回答分成几条发送。`
/** Lines of the long answer. */
export const longLines = 100

/** The robot of the service account: a handler for everything the tour does. */
export function demoRobot(options: DemoRobotOptions): Robot<DemoSession> {
  const { config, clock, pusher, logger, sessions, count } = options
  const robot = new Robot<DemoSession>({
    ...config,
    clock,
    pusher,
    logger,
    sessions,
    maxAgeSeconds: 300,
    replayGuard: true,
  })

  robot.use(async (ctx, next) => {
    logger.debug(`${ctx.message.kind} from ${ctx.message.source}`)
    return next()
  })

  robot.subscribe((ctx) => (ctx.message.key ? `欢迎扫码关注：${ctx.message.key}` : '欢迎关注！发一句话试试。'))
  robot.scan((ctx) => `你扫了场景 ${ctx.message.key}`)
  robot.click('CLICK_ME', () => '你点了菜单')
  robot.click((ctx) => `你点了 ${ctx.message.key}`)
  // What was sent or published through the API ends with one of these.
  robot.templatesendjobfinish((ctx) => {
    count(`template ${ctx.message.messageId} ${ctx.message.status}`)
  })
  robot.masssendjobfinish((ctx) => {
    count(`mass ${ctx.message.messageId} ${ctx.message.status}`)
  })
  robot.publishjobfinish((ctx) => {
    count(`publish ${ctx.message.publishEventInfo.publishId} ${ctx.message.publishEventInfo.publishStatus}`)
  })
  robot.locationEvent((ctx) => `收到位置 ${ctx.message.latitude}, ${ctx.message.longitude}`)
  robot.unknownEvent((ctx) => {
    count(`event ${ctx.message.rawEvent}`)
  })

  robot.conversation<{ drink: string; cups: number }>('order', {
    start: '点单',
    steps: {
      drink: { ask: '喝什么？', read: (text) => text },
      cups: {
        ask: ({ drink }) => `要几杯${drink}？`,
        read: (text = '') => (/^[1-9]\d?$/.test(text) ? Number(text) : undefined),
        retry: '请回复 1 到 99 的数字',
      },
    },
    done: ({ drink, cups }) => `好的，${cups} 杯${drink}`,
    onCancel: () => '已取消点单',
  })

  robot.hears(/^天气\s*(?<city>\S+)$/, (ctx) => `${ctx.match?.groups?.['city']}：晴`)
  robot.hears('计数', (ctx) => {
    const visits = (ctx.session.get('visits') ?? 0) + 1
    ctx.session.set('visits', visits)
    return `第 ${visits} 次`
  })
  robot.hears('长文', () => Array.from({ length: longLines }, (_, index) => longLine(index + 1)).join('\n'))
  robot.hears('慢', async (ctx) => {
    count('slow')
    await clock.sleep(slowMs, ctx.signal)
    return `想了 ${slowMs / 1000} 秒，只想了一次`
  })
  robot.hears('很慢', async (ctx) => {
    count('very slow')
    await clock.sleep(verySlowMs, ctx.signal)
    return `想了 ${verySlowMs / 1000} 秒，从客服消息来`
  })

  robot.text((ctx) => `你说：${ctx.message.content}`)
  robot.image((ctx) => ctx.reply.image(ctx.message.mediaId))
  robot.location((ctx) => `你在 ${ctx.message.label}（缩放 ${ctx.message.scale}）`)
  robot.on('message', (ctx) => `收到 ${ctx.message.type}`)
  robot.catch(() => '出错了，请稍后再试')
  return robot
}

/** The robot of the mini program: a shop that is down for the first two deliveries of an order. */
export function shopRobot(options: Omit<DemoRobotOptions, 'sessions'>): Robot {
  const { config, clock, pusher, logger, count } = options
  const robot = new Robot({ ...config, clock, pusher, logger, sessions: false })
  robot.xpayGoodsDeliverNotify((ctx) => {
    if (count(`deliver ${ctx.message.outTradeNo}`) < 3) throw new Error('the warehouse does not answer')
  })
  robot.on('message', (ctx) => ctx.reply.transferCustomerService())
  return robot
}
