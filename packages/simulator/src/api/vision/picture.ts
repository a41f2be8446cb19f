import type { Account } from '../../account.js'
import { type FileFormat, formatOf } from '../media/file-format.js'
import { checkFile, type FileRule } from '../media/file-rules.js'
import type { HostedFile } from '../media/hosted-files.js'
import { sampleFile } from '../media/sample-files.js'
import { drawnCode } from '../qrcode/picture.js'
import type { QrCode } from '../qrcode/qr-codes.js'
import { refuse } from '../refusal.js'
import type { ApiCall } from '../route.js'

/** A picture that a call brings, or points to. */
export interface Picture extends HostedFile {
  /** The code in it, where the simulator drew it. */
  readonly qrCode: QrCode | undefined
}

/** https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Img_Proc.html */
const rule: FileRule = { formats: ['jpg', 'png', 'gif', 'bmp'], maxBytes: 2 * 2 ** 20, tooLarge: 40009 }

/** What no endpoint here does. */
export const pictureDifferences: readonly string[] = [
  'A picture by address is loaded from this simulator only (uploadimg, materials, showqrcode); elsewhere a sample stands for it.',
  'Which formats are taken, and the codes for others (40005) and for more than 2 MB (40009), are not published.',
]

/**
 * The picture of the query's `img_url`, or of the form's part `img`.
 * @throws ApiRefusal 41005 without either, 101000 for an address that has none
 */
export async function pictureOf(call: ApiCall): Promise<Picture> {
  const url = call.query['img_url'] ?? ''
  return url === '' ? uploaded(call) : loaded(url, call)
}

async function uploaded({ form, state }: ApiCall): Promise<Picture> {
  const file = (await form()).file('img')
  const { bytes } = file
  return { bytes, format: checkFile(file, rule), qrCode: state.qrCodes.byPicture(bytes) }
}

async function loaded(url: string, { accounts, world }: ApiCall): Promise<Picture> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    refuse(101000, `img_url must be a whole http or https URL, not ${JSON.stringify(url)}`)
  }
  if (!url.startsWith(`${world.apiUrl()}/`)) return { ...sampleFile('image', url), qrCode: undefined }
  for (const account of accounts) {
    const picture = await ofAccount(url, account)
    if (picture !== undefined) return picture
  }
  return refuse(101000, 'the simulator has no picture at that address')
}

async function ofAccount(url: string, { state }: Account): Promise<Picture | undefined> {
  const hosted = state.hosted.at(url)
  if (hosted !== undefined) return { ...hosted, qrCode: undefined }
  const { pathname, searchParams } = new URL(url)
  const ticket = pathname.endsWith('/cgi-bin/showqrcode') ? (searchParams.get('ticket') ?? '') : ''
  const qrCode = state.qrCodes.byTicket(ticket)
  if (qrCode === undefined) return undefined
  const bytes = await drawnCode(qrCode)
  return { bytes, format: formatOf(bytes) as FileFormat, qrCode }
}

/** Pixels of a picture. */
export interface Size {
  readonly w: number
  readonly h: number
}

const usualSize: Size = { w: 640, h: 480 }

export const sizeDifference =
  'Pictures are not decoded: their size is read from a PNG, other formats count as 640 by 480.'

/** Width and height stand in the first part of a PNG. https://www.w3.org/TR/png-3/#11IHDR */
export function sizeOf({ bytes, format }: Picture): Size {
  if (format.name !== 'png' || bytes.length < 24) return usualSize
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { w: view.getUint32(16), h: view.getUint32(20) }
}
