import { sampleFile } from '../api/media/sample-files.js'
import type { Called } from './caller.js'
import { type AtEnd, type Staged, type StageOptions, stage } from './stage.js'

/** A part of a multipart body. */
export interface FilePart {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Texts beside it. */
  readonly texts?: Readonly<Record<string, string>>
}

/** A picture, a voice and a video that WeChat takes anywhere. */
export const files: Readonly<Record<'png' | 'jpg' | 'gif' | 'bmp' | 'amr' | 'mp4', FilePart>> = {
  png: { bytes: sampleFile('image', 'test').bytes, fileName: 'a.png' },
  jpg: { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), fileName: 'a.jpg' },
  gif: { bytes: Buffer.from('GIF89a....'), fileName: 'a.gif' },
  bmp: { bytes: Buffer.from('BM......'), fileName: 'a.bmp' },
  amr: { bytes: sampleFile('voice', '').bytes, fileName: 'a.amr' },
  mp4: { bytes: sampleFile('video', '').bytes, fileName: 'a.mp4' },
}

export function formOf({ bytes, fileName, texts = {} }: FilePart): FormData {
  const form = new FormData()
  form.set('media', new Blob([new Uint8Array(bytes)]), fileName)
  for (const [name, text] of Object.entries(texts)) form.set(name, text)
  return form
}

export interface ContentStaged extends Staged {
  upload(type: string, file: FilePart): Promise<Called>
  addMaterial(type: string, file: FilePart): Promise<Called>
  /** An article that is taken, with a cover of its own. */
  article(more?: object): Promise<Record<string, unknown>>
  /** Adds a draft of articles that differ from a good one by this; one good one when not given. */
  addDraft(...changes: readonly object[]): Promise<Called>
}

/** A stage whose account can upload and write. */
export async function contentStage(atEnd: AtEnd, options: StageOptions = {}): Promise<ContentStaged> {
  const staged = await stage(atEnd, options)
  const { call } = staged
  const addMaterial = (type: string, file: FilePart) =>
    call('POST /cgi-bin/material/add_material', { query: { type }, body: formOf(file) })
  const article = async (more: object = {}) => {
    const { json } = await addMaterial('image', files.png)
    return { title: '标题', content: '<p>正文</p>', thumb_media_id: json['media_id'], ...more }
  }
  return {
    ...staged,
    addMaterial,
    article,
    upload: (type, file) => call('POST /cgi-bin/media/upload', { query: { type }, body: formOf(file) }),
    async addDraft(...changes) {
      const articles = await Promise.all((changes.length === 0 ? [{}] : changes).map((it) => article(it)))
      return call('POST /cgi-bin/draft/add', { body: { articles } })
    },
  }
}
