import type { JsonAnswer } from '../answer.js'
import { cornersOf } from '../qrcode/picture.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { cropsOf } from './crop.js'
import { documents, type ReadDocument } from './documents.js'
import { pictureDifferences, pictureOf, sizeDifference, sizeOf } from './picture.js'

async function aiCrop(call: ApiCall): Promise<JsonAnswer> {
  const size = sizeOf(await pictureOf(call))
  const isForm = /^multipart\//i.test(call.request.headers['content-type'] ?? '')
  const ratios = isForm ? (await call.form()).text('ratios') : undefined
  return { results: cropsOf(size, ratios ?? call.query['ratios']), img_size: size }
}

async function scanQrcode(call: ApiCall): Promise<JsonAnswer> {
  const picture = await pictureOf(call)
  const { qrCode } = picture
  const found = qrCode === undefined ? [] : [{ type_name: 'QR_CODE', data: qrCode.url, pos: cornersOf(qrCode) }]
  return { code_results: found, img_size: sizeOf(picture) }
}

async function superResolution(call: ApiCall): Promise<JsonAnswer> {
  const { bytes, format } = await pictureOf(call)
  const { mediaId } = call.state.media.add({ type: 'image', bytes, format, fileName: `picture.${format.name}` })
  return { media_id: mediaId }
}

const reading =
  (read: ReadDocument) =>
  async (call: ApiCall): Promise<JsonAnswer> =>
    read(sizeOf(await pictureOf(call)))

const pictures = 'https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html'

export const visionRoutes: readonly ApiRoute[] = [
  {
    id: 'img.aiCrop',
    source: pictures,
    differences: [
      ...pictureDifferences,
      sizeDifference,
      'The real one looks for what matters; this one takes the middle, or all where no ratio is asked for.',
    ],
    run: aiCrop,
  },
  {
    id: 'img.scanQrcode',
    source: pictures,
    differences: [
      ...pictureDifferences,
      sizeDifference,
      'Only QR codes that this simulator drew are read, from their address or byte for byte; other pictures have none.',
    ],
    run: scanQrcode,
  },
  {
    id: 'img.superResolution',
    source: pictures,
    differences: [
      ...pictureDifferences,
      'The real one gives a picture of twice the size; this one gives the very picture.',
      'It is off the list of live endpoints; what the real one answers today is not published.',
    ],
    run: superResolution,
  },
  ...Object.entries(documents).map(
    ([id, read]): ApiRoute => ({
      id,
      differences: [
        ...pictureDifferences,
        'Pictures are not read: each is answered with the same sample, and none is refused with 101001.',
        'The calls of all these endpoints are counted together and can be bought; here each has 100 a day.',
      ],
      run: reading(read),
    }),
  ),
]
