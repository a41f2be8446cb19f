import assert from 'node:assert/strict'
import { longLine, longLines } from '../../robot.js'
import { expectReply, expectText, type Step, waitUntil } from '../step.js'

/** Messages and events come in, answers go out. */
export const pushes: readonly Step[] = [
  {
    name: 'url-check',
    title: "WeChat verifies the robot's URL",
    async play({ account, urlOf }) {
      const result = await account.connect(urlOf(account))
      assert.ok(result.ok, result.reason)
      return `echostr came back to the byte`
    },
  },
  {
    name: 'subscribe',
    title: 'A user scans a code and follows',
    async play({ user }) {
      return expectText(await user.follow({ scene: 'poster-1' }), '欢迎扫码关注：qrscene_poster-1')
    },
  },
  {
    name: 'text',
    title: 'The user writes a text',
    async play({ user }) {
      const content = '你好 <b>&amp;</b> ]]> 👋'
      return expectText(await user.send({ type: 'text', content }), `你说：${content}`)
    },
  },
  {
    name: 'image',
    title: 'The user sends a picture and gets it back',
    async play({ user }) {
      const result = await user.send({ type: 'image', mediaId: 'media-1' })
      expectReply(result, { type: 'image', mediaId: 'media-1' })
      return 'picture media-1'
    },
  },
  {
    name: 'location',
    title: 'The user sends a place',
    async play({ user }) {
      const place = {
        type: 'location',
        latitude: 23.134521,
        longitude: 113.358803,
        label: '广州塔',
        scale: 16,
      } as const
      return expectText(await user.send(place), '你在 广州塔（缩放 16）')
    },
  },
  {
    name: 'menu-click',
    title: 'The user taps a button of the menu',
    async play({ user }) {
      return expectText(await user.tap('CLICK_ME'), '你点了菜单')
    },
  },
  {
    name: 'scan',
    title: 'A follower scans a code',
    async play({ user }) {
      return expectText(await user.scan(42), '你扫了场景 42')
    },
  },
  {
    name: 'filter',
    title: 'A rule matches, with a named group',
    async play({ user }) {
      return expectText(await user.send({ type: 'text', content: '天气 深圳' }), '深圳：晴')
    },
  },
  {
    name: 'unknown-event',
    title: 'An event arrives that no table knows',
    async play({ account, user, runs }) {
      const result = await account.push({
        ToUserName: account.id,
        FromUserName: user.openid,
        CreateTime: '1795000000',
        MsgType: 'event',
        Event: 'Brand_New_Event',
      })
      expectReply(result, { type: 'none' })
      assert.equal(runs('event Brand_New_Event'), 1, 'the handler of unknown events must run')
      return 'handled as unknown, acknowledged'
    },
  },
  {
    name: 'slow',
    title: 'A handler takes 12 seconds; WeChat delivers three times',
    async play({ user, clock, runs }) {
      const sent = user.send({ type: 'text', content: '慢' })
      await clock.advance(15_000)
      const result = await sent
      const line = expectText(result, '想了 12 秒，只想了一次')
      assert.deepEqual(
        result.deliveries.map((it) => it.outcome),
        ['timeout', 'timeout', 'answered'],
      )
      assert.equal(runs('slow'), 1, 'the handler must run once')
      return `${line} on the third delivery, handler run once`
    },
  },
  {
    name: 'very-slow',
    title: 'A handler takes 25 seconds; the answer comes as a customer message',
    async play(world) {
      const { user, clock, runs } = world
      const sent = user.send({ type: 'text', content: '很慢' })
      await clock.advance(30_000)
      const result = await sent
      expectReply(result, { type: 'none' })
      await waitUntil(
        world,
        'the answer comes as a customer message',
        () => user.inbox.at(-1)?.via === 'customerMessage',
      )
      const last = user.inbox.at(-1)
      assert.equal(last?.type === 'text' && last.content, '想了 25 秒，从客服消息来')
      assert.equal(runs('very slow'), 1, 'the handler must run once')
      return '「想了 25 秒，从客服消息来」 in the inbox, no banner'
    },
  },
  {
    name: 'session',
    title: 'A session counts, and goes on counting when the robot was restarted',
    async play({ user, restartRobots }) {
      const say = () => user.send({ type: 'text', content: '计数' })
      expectText(await say(), '第 1 次')
      expectText(await say(), '第 2 次')
      await restartRobots()
      return `${expectText(await say(), '第 3 次')} after a restart, from SQLite`
    },
  },
  {
    name: 'conversation',
    title: 'A conversation asks, repeats a question, and can be left',
    async play({ user, restartRobots }) {
      const say = (content: string) => user.send({ type: 'text', content })
      expectText(await say('点单'), '喝什么？')
      expectText(await say('奶茶'), '要几杯奶茶？')
      await restartRobots()
      expectText(await say('很多'), '请回复 1 到 99 的数字')
      const line = expectText(await say('2'), '好的，2 杯奶茶')
      expectText(await say('点单'), '喝什么？')
      expectText(await say('取消'), '已取消点单')
      return `${line}, across a restart`
    },
  },
  {
    name: 'long-answer',
    title: 'An answer is too long for one reply',
    async play(world) {
      const { user, clock } = world
      const before = user.inbox.length
      const result = await user.send({ type: 'text', content: '长文' })
      await clock.advance(1_000)
      assert.deepEqual(result.verdict.reasons, [], 'WeChat has something to say about the answer')
      const parts = () => user.inbox.slice(before).map((it) => (it.type === 'text' ? it.content : ''))
      const whole = Array.from({ length: longLines }, (_, index) => longLine(index + 1)).join('\n')
      await waitUntil(world, 'all lines arrive, in order', () => parts().join('\n') === whole)
      for (const part of parts()) assert.ok(Buffer.byteLength(part) <= 2_048, 'a part is too long for WeChat')
      assert.ok(parts().length > 1)
      return `${parts().length} messages, no line lost or cut`
    },
  },
  {
    name: 'two-accounts',
    title: 'A second account, a mini program, is served by the same process',
    async play({ shop, urlOf }) {
      const result = await shop.connect(urlOf(shop))
      assert.ok(result.ok, result.reason)
      const [customer] = shop.users
      assert.ok(customer)
      const sent = await customer.send({ type: 'text', content: '在吗' })
      expectReply(sent, { type: 'transfer_customer_service' })
      return 'JSON in, JSON out, handed over to customer service'
    },
  },
  {
    name: 'payment',
    title: 'A payment push is delivered again until its handler succeeds',
    async play({ shop, clock, runs }) {
      const pushed = shop.pushEvent('xpay_goods_deliver_notify', { OutTradeNo: 'order-1' })
      await clock.advance(10_000)
      const { deliveries, reply } = await pushed
      assert.deepEqual(
        deliveries.map((it) => it.status),
        [500, 500, 200],
      )
      assert.deepEqual(reply, { type: 'ack', errCode: 0, errMsg: 'success' })
      assert.equal(runs('deliver order-1'), 3, 'the handler must run until it succeeds, and no more')
      return 'refused twice, acknowledged with ErrCode 0 the third time'
    },
  },
]
