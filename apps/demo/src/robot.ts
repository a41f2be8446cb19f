import type { Clock, Logger } from '@wx/core'
import { type Pusher, Robot } from '@wx/robot'
import type { RobotConfig } from '@wx/simulator'

/** What the demo's robot needs from its surroundings. */
export interface DemoRobotOptions {
  readonly config: RobotConfig
  readonly clock: Clock
  readonly pusher: Pusher
  readonly logger: Logger
}

/** The robot, and how often the handlers ran whose runs matter. */
export interface DemoRobot {
  readonly robot: Robot
  readonly runs: ReadonlyMap<string, number>
}

/** Milliseconds the slow handler takes: two deliveries are cut, the third carries the answer. */
const slowMs = 12_000
/** Milliseconds the very slow one takes: no delivery carries it, so it arrives as a customer message. */
const verySlowMs = 25_000

/** A robot with a handler for everything the tour does. */
export function demoRobot({ config, clock, pusher, logger }: DemoRobotOptions): DemoRobot {
  const runs = new Map<string, number>()
  const count = (name: string): void => {
    runs.set(name, (runs.get(name) ?? 0) + 1)
  }

  const robot = new Robot({ ...config, clock, pusher, logger, maxAgeSeconds: 300, replayGuard: true })

  robot.use(async (ctx, next) => {
    logger.debug(`${ctx.message.kind} from ${ctx.message.source}`)
    return next()
  })

  robot.subscribe((ctx) => (ctx.message.key ? `欢迎扫码关注：${ctx.message.key}` : '欢迎关注！发一句话试试。'))
  robot.scan((ctx) => `你扫了场景 ${ctx.message.key}`)
  robot.click('CLICK_ME', () => '你点了菜单')
  robot.locationEvent((ctx) => `收到位置 ${ctx.message.latitude}, ${ctx.message.longitude}`)

  robot.hears(/^天气\s*(?<city>\S+)$/, (ctx) => `${ctx.match?.groups?.['city']}：晴`)
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
  robot.unknownEvent((ctx) => count(`event ${ctx.message.rawEvent}`))
  robot.on('message', (ctx) => `收到 ${ctx.message.type}`)
  robot.catch(() => '出错了，请稍后再试')

  return { robot, runs }
}
