import assert from 'node:assert/strict'
import type { Step } from '../step.js'

/** Calls whose outcome WeChat tells later, by a push that the robot handles. */
export const jobs: readonly Step[] = [
  {
    name: 'template',
    title: 'A template message is sent, and its result event handled',
    async play({ client, account, user, clock, simulator, runs }) {
      const templateId = account.templates.add({ title: '订单', content: '商品：{{thing1.DATA}} 时间：{{time2.DATA}}' })
      const data = { thing1: '奶茶', time2: '2026-11-20 10:00' }
      const msgId = await client.templateMessage.sendTemplate(user.openid, templateId, data)
      await clock.advance(2_000)
      await simulator.idle()
      assert.equal(user.inbox.at(-1)?.via, 'template')
      assert.equal(runs(`template ${msgId} success`), 1, 'the handler of TEMPLATESENDJOBFINISH must run')
      return `the user has it; msgid ${msgId} success`
    },
  },
  {
    name: 'mass',
    title: 'A message goes to all followers, and its result event is handled',
    async play({ client, user, clock, simulator, runs }) {
      const { msgId } = await client.massMessage.sendTo('all', { type: 'text', content: '今晚上新' })
      await clock.advance(60_000)
      await simulator.idle()
      const last = user.inbox.at(-1)
      assert.deepEqual(last?.type === 'text' && [last.via, last.content], ['mass', '今晚上新'])
      assert.equal(await client.massMessage.status(msgId), 'SEND_SUCCESS')
      assert.equal(runs(`mass ${msgId} send success`), 1, 'the handler of MASSSENDJOBFINISH must run')
      return `msg_id ${msgId} send success`
    },
  },
  {
    name: 'publish',
    title: 'A draft is published, and its article opens',
    async play({ client, clock, simulator, picture, runs }) {
      const { mediaId: cover } = await client.materials.addFile('image', picture)
      const draft = await client.drafts.save([
        { title: '冬日菜单', author: '小店', content: '<p>热奶茶上线了</p>', thumb_media_id: cover },
      ])
      const { publishId } = await client.drafts.publish(draft)
      await clock.advance(60_000)
      await simulator.idle()
      assert.equal(runs(`publish ${publishId} 0`), 1, 'the handler of PUBLISHJOBFINISH must run')
      const { article_detail: detail } = await client.freepublish.get({ publish_id: publishId })
      const url = detail?.item?.[0]?.article_url
      assert.ok(url)
      const page = await (await fetch(url)).text()
      assert.ok(page.includes('热奶茶上线了'), 'the article must stand on its page')
      return '「冬日菜单」 stands on its page'
    },
  },
]
