import type { SeedAct } from './seed-act.js'

const article = { title: 'Happy Day', description: 'Is really a happy day', url: 'https://example.com/' }

/** Customer-service messages, agents, mass messages. */
export const messageActs: readonly SeedAct[] = [
  {
    of: ['WechatBasic.send_text_message', 'Client.send_text_message'],
    here: '`account.customMessage.sendText(openid, content, { kfAccount })`',
    run: (account, { openid, kfAccount }) => account.customMessage.sendText(openid, '你好', { kfAccount }),
    wire: ({ openid, kfAccount }) => [
      {
        body: { touser: openid, msgtype: 'text', text: { content: '你好' }, customservice: { kf_account: kfAccount } },
      },
    ],
  },
  {
    of: ['WechatBasic.send_image_message', 'Client.send_image_message'],
    here: '`account.customMessage.sendImage(openid, mediaId)`',
    run: (account, { openid, imageId }) => account.customMessage.sendImage(openid, imageId),
    wire: ({ openid, imageId }) => [{ body: { touser: openid, msgtype: 'image', image: { media_id: imageId } } }],
  },
  {
    of: ['WechatBasic.send_voice_message', 'Client.send_voice_message'],
    here: '`account.customMessage.sendVoice(openid, mediaId)`',
    run: (account, { openid, voiceId }) => account.customMessage.sendVoice(openid, voiceId),
    wire: ({ openid, voiceId }) => [{ body: { touser: openid, msgtype: 'voice', voice: { media_id: voiceId } } }],
  },
  {
    of: ['WechatBasic.send_video_message', 'Client.send_video_message'],
    here: '`account.customMessage.sendVideo(openid, { mediaId, title, description })`',
    run: (account, { openid, videoId, thumbId }) =>
      account.customMessage.sendVideo(openid, {
        mediaId: videoId,
        thumbMediaId: thumbId,
        title: 'title',
        description: 'words',
      }),
    wire: ({ openid, videoId, thumbId }) => [
      {
        body: {
          touser: openid,
          msgtype: 'video',
          video: { media_id: videoId, thumb_media_id: thumbId, title: 'title', description: 'words' },
        },
      },
    ],
  },
  {
    of: ['WechatBasic.send_music_message', 'Client.send_music_message'],
    here: '`account.customMessage.sendMusic(openid, { musicUrl, hqMusicUrl, thumbMediaId, … })`',
    run: (account, { openid, thumbId }) =>
      account.customMessage.sendMusic(openid, {
        musicUrl: 'https://example.com/a.mp3',
        hqMusicUrl: 'https://example.com/b.mp3',
        thumbMediaId: thumbId,
        title: 'title',
        description: 'words',
      }),
    wire: ({ openid, thumbId }) => [
      {
        body: {
          touser: openid,
          msgtype: 'music',
          music: {
            musicurl: 'https://example.com/a.mp3',
            hqmusicurl: 'https://example.com/b.mp3',
            thumb_media_id: thumbId,
            title: 'title',
            description: 'words',
          },
        },
      },
    ],
  },
  {
    of: ['WechatBasic.send_article_message', 'Client.send_article_message'],
    here: '`account.customMessage.sendNews(openid, article)`',
    note: 'one article: more are refused since 2018',
    run: (account, { openid }) =>
      account.customMessage.sendNews(openid, { ...article, picUrl: 'https://example.com/a.jpg' }),
    wire: ({ openid }) => [
      {
        body: {
          touser: openid,
          msgtype: 'news',
          news: { articles: [{ ...article, picurl: 'https://example.com/a.jpg' }] },
        },
      },
    ],
  },
  {
    of: ['Client.send_news_message'],
    here: '`account.customMessage.sendMpNews(openid, mediaId)`; published articles: `.sendMpNewsArticle(openid, articleId)`',
    run: (account, { openid, newsId }) => account.customMessage.sendMpNews(openid, newsId),
    wire: ({ openid, newsId }) => [{ body: { touser: openid, msgtype: 'mpnews', mpnews: { media_id: newsId } } }],
  },
  {
    of: ['Client.send_miniprogrampage_message'],
    here: '`account.customMessage.sendMiniProgramPage(openid, { title, appId, pagePath, thumbMediaId })`',
    run: (account, { openid, appId, thumbId }) =>
      account.customMessage.sendMiniProgramPage(openid, {
        title: 'title',
        appId,
        pagePath: 'pages/index',
        thumbMediaId: thumbId,
      }),
    wire: ({ openid, appId, thumbId }) => [
      {
        body: {
          touser: openid,
          msgtype: 'miniprogrampage',
          miniprogrampage: { title: 'title', appid: appId, pagepath: 'pages/index', thumb_media_id: thumbId },
        },
      },
    ],
  },
  {
    of: ['Client.add_custom_service_account'],
    here: '`account.customService.add(kfAccount, nickname)`',
    note: 'WeChat no longer takes a password',
    run: (account, { kfAccount }) => account.customService.add(kfAccount, '小明'),
    wire: ({ kfAccount }) => [{ body: { kf_account: kfAccount, nickname: '小明' } }],
  },
  {
    of: ['Client.update_custom_service_account'],
    here: '`account.customService.rename(kfAccount, nickname)`',
    run: (account, { kfAccount }) => account.customService.rename(kfAccount, '小红'),
    wire: ({ kfAccount }) => [{ body: { kf_account: kfAccount, nickname: '小红' } }],
  },
  {
    of: ['Client.delete_custom_service_account'],
    here: '`account.customService.remove(kfAccount)`',
    run: (account, { kfAccount }) => account.customService.remove(kfAccount),
    wire: ({ kfAccount }) => [{ query: { kf_account: kfAccount }, body: { kf_account: kfAccount } }],
  },
  {
    of: ['Client.upload_custom_service_account_avatar'],
    here: '`account.customService.setAvatar(kfAccount, file)`',
    run: (account, { kfAccount, image }) => account.customService.setAvatar(kfAccount, image),
    wire: ({ kfAccount, image }) => [{ query: { kf_account: kfAccount }, body: { media: image } }],
  },
  {
    of: ['Client.get_custom_service_account_list'],
    here: '`account.customService.all()`',
    run: (account) => account.customService.all(),
    wire: () => [{}],
  },
  {
    of: ['Client.get_online_custom_service_account_list'],
    here: '`account.customService.online()`',
    run: (account) => account.customService.online(),
    wire: () => [{}],
  },
  {
    of: ['Client.send_mass_msg'],
    here: "`account.massMessage.sendTo('all' \\| { tagId } \\| { openids }, message, { sendIgnoreReprint, clientMsgId })`",
    run: async (account, { tagId, openids, newsId }) => {
      await account.massMessage.sendTo({ tagId }, { type: 'mpnews', mediaId: newsId }, { sendIgnoreReprint: true })
      await account.massMessage.sendTo({ openids }, { type: 'text', content: '大家好' }, { clientMsgId: 'job-1' })
    },
    wire: ({ tagId, openids, newsId }) => [
      {
        body: {
          filter: { is_to_all: false, tag_id: tagId },
          msgtype: 'mpnews',
          mpnews: { media_id: newsId },
          send_ignore_reprint: 1,
        },
      },
      { body: { touser: openids, msgtype: 'text', text: { content: '大家好' }, clientmsgid: 'job-1' } },
    ],
  },
  {
    of: ['Client.send_mass_preview_to_user'],
    here: '`account.massMessage.previewTo({ openid } \\| { wxName }, message)`',
    run: (account, { wxName, imageId }) =>
      account.massMessage.previewTo({ wxName }, { type: 'image', mediaIds: [imageId] }),
    wire: ({ wxName, imageId }) => [{ body: { towxname: wxName, msgtype: 'image', image: { media_id: imageId } } }],
  },
  {
    of: ['Client.delete_mass_msg'],
    here: '`account.massMessage.remove(msgId, { articleIndex })`',
    run: (account, { msgId }) => account.massMessage.remove(msgId, { articleIndex: 2 }),
    wire: ({ msgId }) => [{ body: { msg_id: Number(msgId), article_idx: 2 } }],
  },
  {
    of: ['Client.get_mass_msg_status'],
    here: '`account.massMessage.status(msgId)`',
    run: (account, { msgId }) => account.massMessage.status(msgId),
    wire: ({ msgId }) => [{ body: { msg_id: Number(msgId) } }],
  },
  {
    of: ['Client.get_mass_msg_speed'],
    here: '`account.massMessage.speed()`',
    run: (account) => account.massMessage.speed(),
    wire: () => [{ body: {} }],
  },
  {
    of: ['Client.set_mass_msg_speed'],
    here: '`account.massMessage.changeSpeed(level)`',
    run: (account) => account.massMessage.changeSpeed(2),
    wire: () => [{ body: { speed: 2 } }],
  },
  {
    of: ['MPTools.get_category'],
    here: '`account.subscribeMessage.getCategory()`',
    run: (account) => account.subscribeMessage.getCategory(),
    wire: () => [{}],
  },
  {
    of: ['MPTools.get_pub_template_title_list'],
    here: '`account.subscribeMessage.getPubTemplateTitles({ ids, start, limit })`',
    run: (account, { categoryIds }) =>
      account.subscribeMessage.getPubTemplateTitles({ ids: categoryIds, start: 0, limit: 10 }),
    wire: ({ categoryIds }) => [{ query: { ids: categoryIds, start: '0', limit: '10' } }],
  },
  {
    of: ['MPTools.get_pub_template_key_words_by_id'],
    here: '`account.subscribeMessage.getPubTemplateKeywords({ tid })`',
    run: (account, { subscribeTid }) => account.subscribeMessage.getPubTemplateKeywords({ tid: subscribeTid }),
    wire: ({ subscribeTid }) => [{ query: { tid: subscribeTid } }],
  },
  {
    of: ['MPTools.get_template_list'],
    here: '`account.subscribeMessage.listTemplates()`',
    run: (account) => account.subscribeMessage.listTemplates(),
    wire: () => [{}],
  },
  {
    of: ['MPTools.add_template'],
    here: '`account.subscribeMessage.addTemplate({ tid, kidList, sceneDesc })`',
    run: (account, { subscribeTid }) =>
      account.subscribeMessage.addTemplate({ tid: subscribeTid, kidList: [1, 2], sceneDesc: '测试' }),
    wire: ({ subscribeTid }) => [{ body: { tid: subscribeTid, kidList: [1, 2], sceneDesc: '测试' } }],
  },
  {
    of: ['MPTools.delete_template'],
    here: '`account.subscribeMessage.deleteTemplate({ priTmplId })`',
    run: (account, { subscribeTemplateId }) =>
      account.subscribeMessage.deleteTemplate({ priTmplId: subscribeTemplateId }),
    wire: ({ subscribeTemplateId }) => [{ body: { priTmplId: subscribeTemplateId } }],
  },
]
