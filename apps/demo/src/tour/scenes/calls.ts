import assert from 'node:assert/strict'
import { expectReply, expectText, type Step } from '../step.js'

/** Calls of WeChat's API whose effect a user sees at once. */
export const calls: readonly Step[] = [
  {
    name: 'menu',
    title: 'The menu is set through the API, and the user taps it',
    async play({ client, user }) {
      await client.menu.set({
        button: [
          { type: 'click', name: '今日', key: 'TODAY' },
          {
            name: '更多',
            sub_button: [
              { type: 'view', name: '官网', url: 'https://example.com/' },
              { type: 'scancode_waitmsg', name: '扫码', key: 'SCAN' },
            ],
          },
        ],
      })
      assert.equal((await client.menu.get()).menu?.button?.length, 2)
      return expectText(await user.tap('今日'), '你点了 TODAY')
    },
  },
  {
    name: 'tags',
    title: 'Users are tagged, and those with the tag see a menu of their own',
    async play({ client, account, user }) {
      const other = account.createUser({ nickname: '小刚' })
      const tag = await client.tags.add('会员')
      await client.tags.tag([user.openid], tag.id)
      const members: string[] = []
      for await (const openid of client.tags.usersOf(tag.id)) members.push(openid)
      assert.deepEqual(members, [user.openid])
      await client.menu.setFor({ tag_id: tag.id }, { button: [{ type: 'click', name: '会员专区', key: 'MEMBERS' }] })
      const line = expectText(await user.tap('会员专区'), '你点了 MEMBERS')
      await assert.rejects(other.tap('会员专区'), { code: 'WX_SIMULATOR_IMPOSSIBLE_ACTION' })
      await client.tags.untag([user.openid], tag.id)
      expectText(await user.tap('今日'), '你点了 TODAY')
      return `${line}, which others do not see`
    },
  },
  {
    name: 'followers',
    title: 'Followers are listed, and one of them gets a remark',
    async play({ client, user }) {
      const openids: string[] = []
      for await (const openid of client.users.followers()) openids.push(openid)
      assert.ok(openids.includes(user.openid))
      await client.users.remark(user.openid, '老顾客')
      const info = await client.users.info(user.openid)
      assert.equal(info.remark, '老顾客')
      assert.equal(info.subscribe_scene, 'ADD_SCENE_QR_CODE')
      return `${openids.length} followers, 「${info.remark}」 came by QR code`
    },
  },
  {
    name: 'qrcode',
    title: 'A QR code is made, and the user scans it',
    async play({ client, user }) {
      const code = await client.qrcode.temporary('table-7', { expireSeconds: 600 })
      const png = await (await client.qrcode.picture(code.ticket)).bytes()
      assert.equal(Buffer.from(png.subarray(1, 4)).toString(), 'PNG')
      return `${expectText(await user.scan(code.ticket), '你扫了场景 table-7')}, ${png.length} bytes of PNG`
    },
  },
  {
    name: 'media',
    title: 'A picture goes up and comes down byte for byte, and the user gets it',
    async play({ client, user, picture }) {
      const { mediaId } = await client.media.uploadFile('image', picture)
      const down = await (await client.media.download(mediaId)).bytes()
      assert.ok(Buffer.from(picture).equals(down), 'what came down is not what went up')
      await client.customMessage.sendImage(user.openid, mediaId)
      const last = user.inbox.at(-1)
      assert.equal(last?.type === 'image' && last.mediaId, mediaId)
      return `${down.length} bytes`
    },
  },
  {
    name: 'user-picture',
    title: "The robot's program downloads what the user sent",
    async play({ client, user, picture }) {
      const sent = await user.send({ type: 'image', bytes: picture })
      assert.ok(sent.reply.type === 'image', 'the robot must give the picture back')
      expectReply(sent, { type: 'image', mediaId: sent.reply.mediaId })
      const down = await (await client.media.download(sent.reply.mediaId)).bytes()
      assert.ok(Buffer.from(picture).equals(down), 'another picture than the user sent')
      return `${down.length} bytes, the very picture`
    },
  },
  {
    name: 'stolen-token',
    title: 'Another server takes the token away; fifty calls go on',
    async play({ client, simulator }) {
      simulator.faults.add({ on: 'api', fault: 'stealToken', times: 1 })
      const before = simulator.exchanges.list().length
      const answers = await Promise.all(Array.from({ length: 50 }, () => client.tags.all()))
      assert.equal(answers.length, 50)
      const fetches = simulator.exchanges
        .list()
        .slice(before)
        .filter((it) => it.title === 'POST /cgi-bin/stable_token')
      assert.equal(fetches.length, 1, 'the token must be fetched once')
      return 'none failed, one token fetched'
    },
  },
  {
    name: 'refusal',
    title: 'WeChat refuses a call, and the error says what to do',
    async play({ client }) {
      const error = await client.customMessage.sendText('nobody', '在吗').then(
        () => assert.fail('WeChat must refuse'),
        (thrown: unknown) => thrown,
      )
      assert.ok(error instanceof Error && 'errcode' in error && 'rid' in error && 'hint' in error)
      assert.equal(error.errcode, 40003)
      assert.ok(error.rid)
      return String(error.hint)
    },
  },
]
