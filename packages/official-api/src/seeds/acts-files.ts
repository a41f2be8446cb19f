import { all, type SeedAct, type SeedFixture, type Wire } from './seed-act.js'

const article = (thumbId: string) => ({
  title: 'Happy Day',
  thumb_media_id: thumbId,
  author: 'xxx',
  digest: 'digest',
  content: 'content',
  content_source_url: 'https://example.com/',
  need_open_comment: 1 as const,
  only_fans_can_comment: 1 as const,
})

/** No file in the form: WeChat fetches the picture. */
const pictureByAddress = ({ imageUrl }: SeedFixture): readonly Wire[] => [{ query: { img_url: imageUrl }, body: {} }]

/** Media files, materials, articles, pictures read by WeChat. */
export const fileActs: readonly SeedAct[] = [
  {
    of: ['WechatBasic.upload_media', 'Client.upload_media', 'MPTools.upload_media'],
    here: '`account.media.uploadFile(type, file)`',
    run: (account, { image }) => account.media.uploadFile('image', image),
    wire: ({ image }) => [{ query: { type: 'image' }, body: { media: image } }],
  },
  {
    of: ['WechatBasic.download_media', 'Client.download_media', 'MPTools.get_media'],
    here: '`account.media.download(mediaId)`: `bytes()`, `stream()`, `saveTo(path)`',
    run: async (account, { imageId }) => (await account.media.download(imageId)).bytes(),
    wire: ({ imageId }) => [{ query: { media_id: imageId } }],
  },
  {
    of: ['Client.upload_news_picture', 'MPTools.uploadimg_media'],
    here: '`account.media.uploadArticleImage(file)`',
    run: (account, { image }) => account.media.uploadArticleImage(image),
    wire: ({ image }) => [{ body: { media: image } }],
  },
  {
    of: ['Client.upload_permanent_media'],
    here: '`account.materials.addFile(type, file)`',
    run: (account, { image }) => account.materials.addFile('image', image),
    wire: ({ image }) => [{ query: { type: 'image' }, body: { media: image } }],
  },
  {
    of: ['Client.upload_permanent_video'],
    here: '`account.materials.addVideo(file, { title, introduction })`',
    run: (account, { video }) => account.materials.addVideo(video, { title: 'title', introduction: 'words' }),
    wire: ({ video }) => [
      { query: { type: 'video' }, body: { media: video, description: '{"title":"title","introduction":"words"}' } },
    ],
  },
  {
    of: ['Client.download_permanent_media', 'MPTools.get_material'],
    here: '`account.materials.download(mediaId)`: a file, a video’s address or articles',
    run: (account, { newsId }) => account.materials.download(newsId),
    wire: ({ newsId }) => [{ body: { media_id: newsId } }],
  },
  {
    of: ['Client.delete_permanent_media', 'MPTools.del_material'],
    here: '`account.materials.remove(mediaId)`',
    run: (account, { materialId }) => account.materials.remove(materialId),
    wire: ({ materialId }) => [{ body: { media_id: materialId } }],
  },
  {
    of: ['Client.get_media_count', 'MPTools.get_material_count'],
    here: '`account.materials.count()`',
    run: (account) => account.materials.count(),
    wire: () => [{}],
  },
  {
    of: ['Client.get_media_list', 'MPTools.batchget_material'],
    here: '`for await (const item of account.materials.all(type))`; one page `account.materials.batchGet(…)`',
    run: (account) => all(account.materials.all('image')),
    wire: () => [{ body: { type: 'image', offset: 0, count: 20 } }],
  },
  {
    of: ['Client.add_news'],
    here: '`account.drafts.save(articles)`, then `.publish(mediaId)`',
    note: 'permanent articles were withdrawn in 2022',
    calls: ['draft.add', 'freepublish.submit'],
    run: async (account, { thumbId, draftId }) => {
      await account.drafts.save([article(thumbId)])
      await account.drafts.publish(draftId)
    },
    wire: ({ thumbId, draftId }) => [{ body: { articles: [article(thumbId)] } }, { body: { media_id: draftId } }],
  },
  {
    of: ['Client.update_news'],
    here: '`account.drafts.change(mediaId, { index, …article })`',
    note: 'permanent articles were withdrawn in 2022',
    calls: ['draft.update'],
    run: (account, { thumbId, draftId }) => account.drafts.change(draftId, { index: 0, ...article(thumbId) }),
    wire: ({ thumbId, draftId }) => [{ body: { media_id: draftId, index: 0, articles: article(thumbId) } }],
  },
  {
    of: ['Client.upload_news'],
    here: '`account.massMessage.uploadNews({ articles })`; or a draft’s media id',
    run: (account, { thumbId }) => account.massMessage.uploadNews({ articles: [article(thumbId)] }),
    wire: ({ thumbId }) => [{ body: { articles: [article(thumbId)] } }],
  },
  {
    of: ['MPTools.ai_crop'],
    here: '`account.img.aiCrop({ img_url })`',
    run: (account, { imageUrl }) => account.img.aiCrop({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.scan_qr_code'],
    here: '`account.img.scanQrcode({ img_url })`',
    run: (account, { imageUrl }) => account.img.scanQrcode({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.superresolution'],
    here: '`account.img.superResolution({ img_url })`',
    run: (account, { imageUrl }) => account.img.superResolution({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.bankcard'],
    here: '`account.ocr.bankCard({ img_url })`',
    run: (account, { imageUrl }) => account.ocr.bankCard({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.business_license'],
    here: '`account.ocr.businessLicense({ img_url })`',
    run: (account, { imageUrl }) => account.ocr.businessLicense({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.driver_license'],
    here: '`account.ocr.driverLicense({ img_url })`',
    run: (account, { imageUrl }) => account.ocr.driverLicense({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.vehicle_license'],
    here: '`account.ocr.vehicleLicense({ img_url })`',
    run: (account, { imageUrl }) => account.ocr.vehicleLicense({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.idcard'],
    here: '`account.ocr.idCard({ img_url })`',
    run: (account, { imageUrl }) => account.ocr.idCard({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
  {
    of: ['MPTools.printed_text'],
    here: '`account.ocr.printedText({ img_url })`',
    run: (account, { imageUrl }) => account.ocr.printedText({ img_url: imageUrl }),
    wire: pictureByAddress,
  },
]
