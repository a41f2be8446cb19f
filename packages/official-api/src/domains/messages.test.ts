import { describe, expect, it } from 'vitest'
import { recordingAccount } from '../testing/recording-account.js'

const openids = (count: number) => Array.from({ length: count }, (_, at) => `openid-${at}`)

describe('customMessage', () => {
  it('sends each kind as WeChat spells it', async () => {
    const { account, calls } = await recordingAccount()
    const { customMessage } = account
    await customMessage.sendMpNewsArticle('o', 'article')
    await customMessage.sendMenu('o', { head: 'Was it good?', items: [{ id: '1', content: 'yes' }], tail: 'Thanks' })
    await customMessage.sendCard('o', 'card')
    await customMessage.sendMusic('o', { musicUrl: 'u', thumbMediaId: 't' })
    await customMessage.sendNews('o', { title: 't', url: 'u' })
    expect(calls.map(({ body }) => body)).toEqual([
      { touser: 'o', msgtype: 'mpnewsarticle', mpnewsarticle: { article_id: 'article' } },
      {
        touser: 'o',
        msgtype: 'msgmenu',
        msgmenu: { head_content: 'Was it good?', list: [{ id: '1', content: 'yes' }], tail_content: 'Thanks' },
      },
      { touser: 'o', msgtype: 'wxcard', wxcard: { card_id: 'card' } },
      { touser: 'o', msgtype: 'music', music: { musicurl: 'u', hqmusicurl: 'u', thumb_media_id: 't' } },
      { touser: 'o', msgtype: 'news', news: { articles: [{ title: 't', url: 'u' }] } },
    ])
  })

  it('speaks as an agent only when told', async () => {
    const { account, calls } = await recordingAccount()
    await account.customMessage.sendText('o', 'hi')
    await account.customMessage.sendText('o', 'hi', { kfAccount: 'kf@test' })
    expect(calls.map(({ body }) => body)).toEqual([
      { touser: 'o', msgtype: 'text', text: { content: 'hi' } },
      { touser: 'o', msgtype: 'text', text: { content: 'hi' }, customservice: { kf_account: 'kf@test' } },
    ])
  })

  it('shows and hides "typing …"', async () => {
    const { account, calls } = await recordingAccount()
    await account.customMessage.showTyping('o')
    await account.customMessage.hideTyping('o')
    expect(calls.map(({ body }) => body)).toEqual([
      { touser: 'o', command: 'Typing' },
      { touser: 'o', command: 'CancelTyping' },
    ])
  })

  it('sends nothing for an argument that is missing', async () => {
    const { account, calls } = await recordingAccount()
    const { customMessage } = account
    await expect(customMessage.sendText('', 'hi')).rejects.toThrow('openid: is empty')
    await expect(customMessage.sendText('o', '')).rejects.toThrow('content: is empty')
    await expect(customMessage.sendText('o', ' \n')).rejects.toThrow(
      'content: is blank, and WeChat refuses that (44004)',
    )
    const blank = { type: 'text', content: '\u3000' } as const
    await expect(account.massMessage.sendTo('all', blank)).rejects.toThrow('message.content: is blank')
    await expect(customMessage.sendImage('o', undefined as unknown as string)).rejects.toThrow('mediaId: must be')
    await expect(customMessage.sendNews('o', { title: '', url: 'u' })).rejects.toThrow('article.title: is empty')
    await expect(customMessage.sendMenu('o', { items: [{ id: '1', content: '' }] })).rejects.toThrow('menu.items[0]')
    await expect(customMessage.sendText('o', 'hi', { kfAccount: '' })).rejects.toThrow('kfAccount: is empty')
    expect(calls).toEqual([])
  })

  it('passes the signal on', async () => {
    const { account, calls } = await recordingAccount()
    const signal = AbortSignal.abort(new Error('too late'))
    await expect(account.customMessage.sendText('o', 'hi', { signal })).rejects.toThrow('too late')
    expect(calls).toEqual([])
  })
})

describe('massMessage', () => {
  it('chooses the endpoint by its audience', async () => {
    const { account, calls } = await recordingAccount(() => ({ msg_id: '1', msg_data_id: '2' }))
    const text = { type: 'text', content: 'hi' } as const
    expect(await account.massMessage.sendTo('all', text)).toEqual({ msgId: '1', msgDataId: '2' })
    await account.massMessage.sendTo({ tagId: 0 }, text)
    await account.massMessage.sendTo({ openids: ['a', 'b'] }, text)
    expect(calls.map(({ endpoint, body }) => [endpoint, body])).toEqual([
      ['POST /cgi-bin/message/mass/sendall', { filter: { is_to_all: true }, msgtype: 'text', text: { content: 'hi' } }],
      [
        'POST /cgi-bin/message/mass/sendall',
        { filter: { is_to_all: false, tag_id: 0 }, msgtype: 'text', text: { content: 'hi' } },
      ],
      ['POST /cgi-bin/message/mass/send', { touser: ['a', 'b'], msgtype: 'text', text: { content: 'hi' } }],
    ])
  })

  it('never reaches everybody by a mistake', async () => {
    const { account, calls } = await recordingAccount()
    const text = { type: 'text', content: 'hi' } as const
    const wrong = [undefined, null, {}, { tagId: undefined }, { tagid: 1 }, { tagId: '1' }, 'everybody', 7]
    for (const audience of wrong) {
      await expect(account.massMessage.sendTo(audience as never, text)).rejects.toThrow(/^audience/)
    }
    for (const count of [0, 1, 10_001]) {
      await expect(account.massMessage.sendTo({ openids: openids(count) }, text)).rejects.toThrow(
        /audience\.openids: \d+, and WeChat takes 2 to 10,000/,
      )
    }
    expect(calls).toEqual([])
  })

  it('sends each kind as WeChat spells it', async () => {
    const { account, calls } = await recordingAccount(() => ({ msg_id: '1' }))
    const { massMessage } = account
    await massMessage.sendTo('all', { type: 'image', mediaIds: ['a', 'b'], recommend: 'look', openComment: true })
    await massMessage.sendTo('all', { type: 'voice', mediaId: 'v' })
    await massMessage.sendTo('all', { type: 'video', mediaId: 'v', title: 't' })
    await massMessage.sendTo('all', { type: 'mpnews', mediaId: 'n' })
    await massMessage.sendTo('all', { type: 'wxcard', cardId: 'c' })
    expect(calls.map(({ body }) => body)).toMatchObject([
      { msgtype: 'image', images: { media_ids: ['a', 'b'], recommend: 'look', need_open_comment: 1 } },
      { msgtype: 'voice', voice: { media_id: 'v' } },
      { msgtype: 'mpvideo', mpvideo: { media_id: 'v', title: 't' } },
      { msgtype: 'mpnews', mpnews: { media_id: 'n' }, send_ignore_reprint: 0 },
      { msgtype: 'wxcard', wxcard: { card_id: 'c' } },
    ])
    await expect(massMessage.sendTo('all', { type: 'song' } as never)).rejects.toThrow('message.type: must be one of')
  })

  it('leaves the id of the job to WeChat unless one is given', async () => {
    const { account, calls } = await recordingAccount(() => ({ msg_id: '1' }))
    const text = { type: 'text', content: 'hi' } as const
    await account.massMessage.sendTo('all', text)
    expect(calls[0]?.body).not.toHaveProperty('clientmsgid')
    await expect(account.massMessage.sendTo('all', text, { clientMsgId: 'x'.repeat(65) })).rejects.toThrow(
      'clientMsgId: 65 bytes',
    )
    expect(calls).toHaveLength(1)
  })

  it('previews by openid too, and reads status and speed', async () => {
    const { account, calls } = await recordingAccount(() => ({ msg_status: 'SENDING', speed: 3, realspeed: 15 }))
    await account.massMessage.previewTo({ openid: 'o' }, { type: 'text', content: 'hi' })
    expect(calls[0]?.body).toEqual({ touser: 'o', msgtype: 'text', text: { content: 'hi' } })
    expect(await account.massMessage.status('1')).toBe('SENDING')
    expect(await account.massMessage.speed()).toEqual({ level: 3, real: 15 })
    await expect(account.massMessage.changeSpeed(5 as 4)).rejects.toThrow('level: must be')
  })

  it('previews one picture, in the form that a preview takes', async () => {
    const { account, calls } = await recordingAccount()
    const preview = (mediaIds: readonly string[]) =>
      account.massMessage.previewTo({ openid: 'o' }, { type: 'image', mediaIds, recommend: 'look' })
    await preview(['m'])
    expect(calls.map((it) => it.body)).toEqual([{ touser: 'o', msgtype: 'image', image: { media_id: 'm' } }])
    for (const mediaIds of [[], ['m', 'n']]) await expect(preview(mediaIds)).rejects.toThrow('message.mediaIds')
  })
})

describe('templateMessage and subscribeMessage', () => {
  it('take plain texts and WeChat’s form', async () => {
    const { account, calls } = await recordingAccount(() => ({ msgid: '987654321987654321' }))
    const data = { thing1: '茶', amount2: { value: '¥9' } }
    expect(await account.templateMessage.sendTemplate('o', 't', data, { clientMsgId: 'c' })).toBe('987654321987654321')
    await account.subscribeMessage.sendTo('o', 't', data, { page: 'https://example.com/' })
    expect(calls.map(({ endpoint, body }) => [endpoint, body])).toEqual([
      [
        'POST /cgi-bin/message/template/send',
        {
          touser: 'o',
          template_id: 't',
          data: { thing1: { value: '茶' }, amount2: { value: '¥9' } },
          client_msg_id: 'c',
        },
      ],
      [
        'POST /cgi-bin/message/subscribe/bizsend',
        {
          touser: 'o',
          template_id: 't',
          page: 'https://example.com/',
          data: { thing1: { value: '茶' }, amount2: { value: '¥9' } },
        },
      ],
    ])
  })

  it('name the field that has no text', async () => {
    const { account, calls } = await recordingAccount()
    const data = { thing1: 'ok', amount2: 9 } as unknown as Record<string, string>
    await expect(account.templateMessage.sendTemplate('o', 't', data)).rejects.toThrow('data.amount2: must be a text')
    await expect(account.subscribeMessage.sendTo('o', 't', { a: null as unknown as string })).rejects.toThrow('data.a')
    const miniProgram = { appId: 'wx', pagePath: '' }
    await expect(account.templateMessage.sendTemplate('o', 't', {}, { miniProgram })).rejects.toThrow('pagePath')
    expect(calls).toEqual([])
  })

  it('lists and removes templates', async () => {
    const template = { template_id: 't', title: 'a', content: 'b' }
    const { account, calls } = await recordingAccount(() => ({ template_list: [template] }))
    expect(await account.templateMessage.all()).toEqual([template])
    await account.templateMessage.removeTemplate('t')
    expect(calls[1]).toMatchObject({
      endpoint: 'POST /cgi-bin/template/del_private_template',
      body: { template_id: 't' },
    })
  })
})
