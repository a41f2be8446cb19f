import { describe, expect, it, onTestFinished } from 'vitest'
import { ImpossibleActionError, NotConnectedError } from './errors.js'
import { startSimulator } from './simulator.js'
import { type Answer, ok, parrot, text } from './testing/parrot.js'
import { type StageOptions, stage } from './testing/stage.js'
import type { UserMessageInput } from './user-messages.js'

const staged = (answer: Answer, options: StageOptions = {}) => stage(onTestFinished, { ...options, answer })

describe('a user of an official account', () => {
  it.each<[UserMessageInput, RegExp]>([
    [{ type: 'text', content: 'hi' }, /<Content><!\[CDATA\[hi\]\]>/],
    [{ type: 'text', content: 'yes', bizmsgmenuid: '101' }, /<bizmsgmenuid>/],
    [{ type: 'image', picUrl: 'http://example.com/a.jpg' }, /<PicUrl>.*a\.jpg.*<MediaId>/],
    [{ type: 'voice', recognition: '你好' }, /<MediaId>.*<Format>.*amr.*<Recognition>.*你好/],
    [{ type: 'video' }, /<MediaId>.*<ThumbMediaId>/],
    [{ type: 'shortvideo' }, /shortvideo.*<MediaId>.*<ThumbMediaId>/],
    [{ type: 'location', latitude: 1.5, longitude: -2 }, /<Location_X>.*1\.5.*<Location_Y>.*-2.*<Scale>.*<Label>/],
    [{ type: 'link', url: 'https://example.com/?a=1&b=2' }, /<Title>.*<Description>.*<Url>.*\?a=1&b=2/],
    [{ type: 'miniprogrampage', title: 't' }, /<Title>.*<AppId>.*<PagePath>.*<ThumbUrl>/],
    [{ type: 'file', title: 'a.pdf' }, /a\.pdf.*<FileKey>.*<FileMd5>.*<FileTotalLen>/],
  ])('sends %j', async (message, wire) => {
    const { user, account } = await staged(text('x'))
    const { deliveries, verdict } = await user.send(message)
    const plaintext = deliveries[0]?.plaintext ?? ''
    expect(plaintext).toMatch(wire)
    expect(plaintext).toContain(`<ToUserName><![CDATA[${account.id}]]>`)
    expect(plaintext).toContain(`<FromUserName><![CDATA[${user.openid}]]>`)
    expect(plaintext).toMatch(/<MsgId>\d{17}<\/MsgId>/)
    expect(verdict.ok).toBe(true)
  })

  it('follows, by a code too, and leaves', async () => {
    const { user } = await staged(text('welcome'))
    const plain = await user.follow()
    expect(plain.deliveries[0]?.plaintext).toMatch(/<Event><!\[CDATA\[subscribe\]\]>.*<EventKey><!\[CDATA\[\]\]>/)
    expect(plain.reply).toEqual({ type: 'text', content: 'welcome' })
    const coded = await user.follow({ scene: 7 })
    expect(coded.deliveries[0]?.plaintext).toMatch(/<EventKey><!\[CDATA\[qrscene_7\]\]>.*<Ticket>/)
    const gone = await user.unfollow()
    expect(gone.verdict).toMatchObject({ ok: true, shown: 'nothing' })
    expect(user.isFollowing).toBe(false)
    await expect(user.send({ type: 'text', content: 'a' })).rejects.toThrow(ImpossibleActionError)
    await expect(user.tap('CLICK_ME')).rejects.toThrow(ImpossibleActionError)
  })

  it('scans: SCAN when following, subscribe when not', async () => {
    const { user } = await staged(text('x'))
    expect((await user.scan('here')).deliveries[0]?.plaintext).toMatch(/\[SCAN\].*\[here\].*<Ticket>/)
    await user.unfollow()
    expect((await user.scan('here')).deliveries[0]?.plaintext).toMatch(/\[subscribe\].*\[qrscene_here\]/)
    expect(user.isFollowing).toBe(true)
  })

  it('reports where it is', async () => {
    const { user } = await staged(() => 'success')
    const { deliveries } = await user.reportLocation({ latitude: 23.1, longitude: 113.3, precision: 120 })
    expect(deliveries[0]?.plaintext).toMatch(/\[LOCATION\].*23\.100000.*113\.300000.*120\.000000/)
  })

  it.each([
    ['CLICK_ME', /\[CLICK\].*\[CLICK_ME\]/],
    ['打开网页', /\[VIEW\].*from=menu&page=1.*<MenuId>/],
    ['小程序', /\[view_miniprogram\].*pages\/index/],
    ['SCAN_PUSH', /\[scancode_push\].*<ScanCodeInfo><ScanType>.*qrcode.*<ScanResult>/],
    ['SCAN_WAIT', /\[scancode_waitmsg\]/],
    ['PIC_CAMERA', /\[pic_sysphoto\].*<SendPicsInfo><Count>.*<PicList><item><PicMd5Sum>/],
    ['PIC_ANY', /\[pic_photo_or_album\]/],
    ['PIC_ALBUM', /\[pic_weixin\]/],
    ['LOCATION', /\[location_select\].*<SendLocationInfo><Location_X>/],
  ])('taps %s', async (button, wire) => {
    const { user } = await staged(text('x'))
    const result = await user.tap(button)
    expect(result.deliveries[0]?.plaintext).toMatch(wire)
    expect(result.verdict.ok).toBe(true)
  })

  it('sends what it chose after the event: pictures, a place', async () => {
    const { user } = await staged(text('x'))
    const pictures = await user.tap('PIC_ANY', { pictures: 2 })
    expect(pictures.followUps.map((it) => /\[image\]/.test(it.deliveries[0]?.plaintext ?? ''))).toEqual([true, true])
    const place = await user.tap('LOCATION', { location: { latitude: 1, longitude: 2, label: 'here' } })
    expect(place.followUps[0]?.deliveries[0]?.plaintext).toMatch(/<Location_X>.*here/)
    expect((await user.tap('PIC_ANY', { pictures: 0 })).followUps).toEqual([])
  })

  it('taps the buttons of a menu that was set, and none that push nothing', async () => {
    const { user, account } = await staged(text('x'))
    const silent = { type: 'media_id', name: 'm', media_id: 'x' } as const
    account.setMenu({ button: [{ type: 'click', name: 'mine', key: 'K' }, silent] })
    expect((await user.tap('mine')).deliveries[0]?.plaintext).toContain('[K]')
    await expect(user.tap('CLICK_ME')).rejects.toThrow(/no button/)
    await expect(user.tap(silent)).rejects.toThrow(/pushes nothing/)
  })

  it('has a chat of its own, in order, with both sides', async () => {
    const { account, user, clock } = await staged(text('答'))
    const other = account.createUser({ nickname: '小红' })
    await user.send({ type: 'text', content: '问' })
    await clock.advance(1000)
    await account.pusher.send(user.openid, { type: 'text', content: '后来' })
    expect(user.lines.map((line) => [line.from, line.type])).toEqual([
      ['user', 'text'],
      ['account', 'text'],
      ['account', 'text'],
    ])
    expect(user.inbox.map((it) => it.at)).toEqual([clock.now() - 1000, clock.now()])
    expect([other.nickname, other.inbox]).toEqual(['小红', []])
  })

  it('cannot enter a customer-service session', async () => {
    const { user } = await staged(text('x'))
    await expect(user.enterSession()).rejects.toThrow(ImpossibleActionError)
  })
})

describe('a user of a mini program', () => {
  const account = { kind: 'miniProgram' } as const

  it('enters a session, writes in JSON, and is handed to an agent', async () => {
    const { user } = await staged(({ reply }) => reply('transfer_customer_service', ''), { account })
    const entered = await user.enterSession({ sessionFrom: 'page=1' })
    expect(JSON.parse(entered.deliveries[0]?.plaintext ?? '')).toMatchObject({
      MsgType: 'event',
      Event: 'user_enter_tempsession',
      SessionFrom: 'page=1',
    })
    const { reply, verdict } = await user.send({ type: 'text', content: '你好' })
    expect([reply, verdict.ok, verdict.shown]).toEqual([{ type: 'transfer_customer_service' }, true, 'nothing'])
  })

  it('sees its own banner, and cannot do what followers do', async () => {
    const { user } = await staged(text('x'), { account })
    await user.send({ type: 'text', content: '你好' })
    expect(user.inbox).toMatchObject([{ via: 'banner', content: '该小程序客服暂时无法提供服务，请稍后再试' }])
    for (const act of [user.follow(), user.unfollow(), user.scan('1'), user.tap('CLICK_ME')]) {
      await expect(act).rejects.toThrow(ImpossibleActionError)
    }
  })
})

describe('an account', () => {
  it('gives the robot what it needs, the same under the same seed', async () => {
    const configs = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const sim = await startSimulator({ seed })
        onTestFinished(() => sim.close())
        const account = sim.createAccount()
        return { id: account.id, openid: account.createUser().openid, ...account.config }
      }),
    )
    expect(configs[0]).toEqual(configs[1])
    expect(configs[0]).not.toEqual(configs[2])
    expect(configs[0]).toMatchObject({
      id: expect.stringMatching(/^gh_[0-9a-f]{12}$/),
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      token: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      appId: expect.stringMatching(/^wx[0-9a-f]{16}$/),
      encodingAesKey: expect.stringMatching(/^[A-Za-z0-9]{43}$/),
      mode: 'secure',
    })
  })

  it('takes what it is given', async () => {
    const { sim } = await staged(text('x'))
    const given = { token: 'given', appId: 'wxgiven', encodingAesKey: 'b'.repeat(43), mode: 'compatible' } as const
    const account = sim.createAccount({ ...given, id: 'gh_given', name: 'Given', kind: 'service' })
    expect(account.config).toEqual(given)
    expect(sim.account('gh_given')).toBe(account)
    expect(() => sim.createAccount({ token: '' })).toThrow()
    expect(() => sim.createAccount({ encodingAesKey: 'short' })).toThrow()
    expect(() => account.createUser({ openid: account.createUser().openid })).toThrow(/openid/)
  })

  it('cannot push before it is connected', async () => {
    const { sim } = await staged(text('x'))
    await expect(sim.createAccount().createUser().send({ type: 'text', content: 'a' })).rejects.toThrow(
      NotConnectedError,
    )
  })

  it('pushes fields of any kind, and shows the answer to the user they name', async () => {
    const { account, user } = await staged(text('x'))
    const fields = {
      ToUserName: account.id,
      FromUserName: user.openid,
      CreateTime: '1',
      MsgType: 'event',
      Event: 'brand_new',
      Deep: { A: ['1', '2'] },
    }
    const { deliveries } = await account.push(fields)
    expect(deliveries[0]?.plaintext).toContain('<Deep><A><![CDATA[1]]></A><A><![CDATA[2]]></A></Deep>')
    expect((await account.push({ ...fields, MsgType: 'text' })).verdict.shown).toBe('reply')
    expect(user.inbox).toHaveLength(1)
  })

  it('several of them push to their own robots', async () => {
    const { sim, user } = await staged(text('first'))
    const second = sim.createAccount({ mode: 'plain' })
    await second.connect(parrot(second.config, text('second')))
    const other = second.createUser()
    const both = await Promise.all([
      user.send({ type: 'text', content: 'a' }),
      other.send({ type: 'text', content: 'a' }),
    ])
    expect(both.map((it) => it.reply)).toEqual([
      { type: 'text', content: 'first' },
      { type: 'text', content: 'second' },
    ])
    expect(ok('').status).toBe(200)
  })
})
