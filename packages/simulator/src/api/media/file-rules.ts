import type { UploadedFile } from '../form.js'
import { refuse } from '../refusal.js'
import { type FileFormat, type FormatName, formatOf } from './file-format.js'
import type { MediaType } from './stored-media.js'
import { voiceSeconds } from './voice-length.js'

/** What a file must be. */
export interface FileRule {
  readonly formats: readonly FormatName[]
  readonly maxBytes: number
  /** What a larger one is refused with. */
  readonly tooLarge: number
}

const kib = 2 ** 10
const mib = 2 ** 20

/** https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia */
export const temporaryRules: Readonly<Record<MediaType, FileRule>> = {
  image: { formats: ['png', 'jpg', 'gif'], maxBytes: 10 * mib, tooLarge: 40006 },
  voice: { formats: ['amr', 'mp3'], maxBytes: 2 * mib, tooLarge: 40006 },
  video: { formats: ['mp4'], maxBytes: 10 * mib, tooLarge: 40006 },
  thumb: { formats: ['jpg'], maxBytes: 64 * kib, tooLarge: 40006 },
}

/** https://developers.weixin.qq.com/doc/service/api/material/permanent/api_addmaterial */
export const permanentRules: Readonly<Record<MediaType, FileRule>> = {
  image: { formats: ['bmp', 'png', 'jpg', 'gif'], maxBytes: 10 * mib, tooLarge: 45001 },
  voice: { formats: ['mp3', 'wma', 'wav', 'amr'], maxBytes: 2 * mib, tooLarge: 45001 },
  video: { formats: ['mp4'], maxBytes: 10 * mib, tooLarge: 45001 },
  thumb: { formats: ['jpg'], maxBytes: 64 * kib, tooLarge: 45001 },
}

/** https://developers.weixin.qq.com/doc/service/api/material/permanent/api_uploadimage */
export const articlePictureRule: FileRule = { formats: ['jpg', 'png'], maxBytes: mib, tooLarge: 40009 }

const maxVoiceSeconds = 60

/** @throws ApiRefusal 40004 */
export function mediaTypeOf(type: string | undefined): MediaType {
  if (type !== undefined && Object.hasOwn(temporaryRules, type)) return type as MediaType
  return refuse(40004, `type must be image, voice, video or thumb, not ${JSON.stringify(type)}`)
}

/**
 * What the file is.
 * @throws ApiRefusal 40005 for a format that is not taken, by content or by name; the rule's own code for one that is
 *   too large; 45007 for a voice of more than a minute
 */
export function checkFile({ bytes, fileName }: UploadedFile, rule: FileRule): FileFormat {
  const wanted = rule.formats.join(', ')
  const format = formatOf(bytes)
  if (format === undefined || !rule.formats.includes(format.name)) {
    refuse(
      40005,
      `the content is ${format === undefined ? 'of no format WeChat knows' : format.name}; wanted: ${wanted}`,
    )
  }
  const extension = fileName.split('.').at(-1)?.toLowerCase() ?? ''
  if (!format.extensions.includes(extension)) {
    refuse(40005, `the file is called .${extension}, but its content is ${format.name}`)
  }
  if (bytes.length > rule.maxBytes) refuse(rule.tooLarge, `${bytes.length} bytes; at most ${rule.maxBytes} are taken`)
  const seconds = voiceSeconds(bytes, format.name) ?? 0
  if (seconds > maxVoiceSeconds)
    refuse(45007, `the voice lasts ${Math.ceil(seconds)} seconds; at most ${maxVoiceSeconds}`)
  return format
}
