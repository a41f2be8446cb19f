import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileInput } from '@wx/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkMedia, type MediaLife, type MediaUse, mediaLimits } from './index.js'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const heads = {
  jpg: latin('\xff\xd8\xff\xe0'),
  png: latin('\x89PNG\r\n\x1a\n'),
  gif: latin('GIF89a'),
  bmp: latin('BM'),
  webp: latin('RIFF\0\0\0\0WEBP'),
  wma: latin('\x30\x26\xb2\x75\x8e\x66\xcf\x11'),
} as const
const picture = (format: keyof typeof heads, bytes = 100): Buffer =>
  Buffer.concat([heads[format], Buffer.alloc(bytes)], bytes)

/** Frames of MPEG 1 layer III, 32 kbit/s, 44.1 kHz: 104 bytes and 1152 samples each. */
function mp3(frames: number, tag: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.alloc(104)
  frame.writeUInt32BE(0xfffb_1000)
  return Buffer.concat([tag, ...Array.from({ length: frames }, () => frame)])
}

/** ID3v2 with so many bytes in it, one of which looks like a frame. */
function id3(bytes: number): Buffer {
  const tag = Buffer.concat([latin('ID3\x03\0\0'), Buffer.from([0, 0, bytes >> 7, bytes & 0x7f]), Buffer.alloc(bytes)])
  tag.writeUInt32BE(0xfffb_9000, 12)
  return tag
}

/** 12.2 kbit/s: 31 bytes and 20 ms each. */
const amr = (frames: number): Buffer =>
  Buffer.concat([
    latin('#!AMR\n'),
    ...Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)])),
  ])

/** 23.85 kbit/s: 60 bytes and 20 ms each. */
const amrWide = (frames: number): Buffer =>
  Buffer.concat([
    latin('#!AMR-WB\n'),
    ...Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0x44]), Buffer.alloc(60)])),
  ])

function wav(seconds: number): Buffer {
  const data = Buffer.alloc(seconds * 8000)
  const head = Buffer.alloc(44 + 10)
  head.write('RIFF', 0, 'latin1')
  head.write('WAVE', 8, 'latin1')
  head.write('LIST', 12, 'latin1')
  head.writeUInt32LE(1, 16)
  head.write('fmt ', 22, 'latin1')
  head.writeUInt32LE(16, 26)
  head.writeUInt32LE(8000, 38)
  head.write('data', 46, 'latin1')
  head.writeUInt32LE(data.length, 50)
  return Buffer.concat([head, data])
}

const box = (name: string, ...inside: Buffer[]): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + inside.reduce((sum, it) => sum + it.length, 0))
  return Buffer.concat([size, latin(name), ...inside])
}

function mp4(seconds: number, version: 0 | 1 = 0): Buffer {
  const header = Buffer.alloc(100)
  header.writeUInt8(version)
  header.writeUInt32BE(600, version === 0 ? 12 : 20)
  if (version === 0) header.writeUInt32BE(seconds * 600, 16)
  else header.writeBigUInt64BE(BigInt(seconds * 600), 24)
  return Buffer.concat([box('ftyp', latin('isom')), box('mdat', Buffer.alloc(50)), box('moov', box('mvhd', header))])
}

const limits: readonly [MediaLife, MediaUse, Buffer, number][] = [
  ['temporary', 'image', heads.png, 10 * 2 ** 20],
  ['temporary', 'voice', amr(1), 2 * 2 ** 20],
  ['temporary', 'video', mp4(1), 10 * 2 ** 20],
  ['temporary', 'thumb', heads.jpg, 64 * 1024],
  ['permanent', 'image', heads.bmp, 10 * 2 ** 20],
  ['permanent', 'voice', heads.wma, 2 * 2 ** 20],
  ['permanent', 'video', mp4(1), 10 * 2 ** 20],
  ['permanent', 'thumb', heads.jpg, 64 * 1024],
  ['permanent', 'articleImage', heads.jpg, 2 ** 20],
]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wx-media-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('size', () => {
  it.each(limits)('%s %s: up to the limit', async (life, use, head, bytes) => {
    const over = Buffer.alloc(bytes + 1)
    // As zeros follow, AMR has 1-byte frames of nothing; only the size counts here.
    over.set(head)
    await expect(checkMedia(use, over, { life })).rejects.toMatchObject({
      code: 'WX_MEDIA_REFUSED',
      reason: 'too-large',
      limit: bytes,
      actual: bytes + 1,
      docs: expect.stringContaining('https://developers.weixin.qq.com/'),
    })
    if (use !== 'voice') expect(await checkMedia(use, over.subarray(0, bytes), { life })).toMatchObject({ bytes })
  })

  it('of nothing is refused', async () => {
    await expect(checkMedia('image', new Uint8Array())).rejects.toMatchObject({ reason: 'empty' })
  })
})

describe('format, by the first bytes', () => {
  it.each([
    ['temporary', 'image', 'png', true],
    ['temporary', 'image', 'jpg', true],
    ['temporary', 'image', 'gif', true],
    ['temporary', 'image', 'bmp', false],
    ['permanent', 'image', 'bmp', true],
    ['permanent', 'image', 'webp', false],
    ['temporary', 'thumb', 'png', false],
    ['temporary', 'articleImage', 'gif', false],
    ['temporary', 'articleImage', 'png', true],
    ['temporary', 'voice', 'jpg', false],
    ['temporary', 'voice', 'wma', false],
    ['temporary', 'video', 'png', false],
  ] as const)('%s %s as %s: %s', async (life, use, format, isTaken) => {
    const checked = checkMedia(use, { data: picture(format), filename: 'a.jpg' }, { life })
    if (isTaken) expect(await checked).toEqual({ bytes: 100, format, skipped: [] })
    else {
      await expect(checked).rejects.toMatchObject({
        reason: 'wrong-format',
        actual: format,
        limit: mediaLimits[life][use].formats,
      })
    }
  })

  it('of nothing known is refused', async () => {
    await expect(checkMedia('image', latin('<svg></svg>'))).rejects.toThrow(/nothing known/)
  })
})

describe('length of a sound', () => {
  // 26.122 ms a frame: 2297 are 60.0025 s.
  it.each([
    ['mp3', mp3(2297), 60.0],
    ['mp3', mp3(100, id3(300)), 2.61],
    ['amr', amr(3000), 60],
    ['amr', amrWide(50), 1],
  ])('of %s is counted', async (format, file, seconds) => {
    const report = await checkMedia('voice', file)
    expect(report).toMatchObject({ format, skipped: [] })
    expect(report.seconds).toBeCloseTo(seconds, 2)
  })

  it('of wav is read from its header, behind other pieces', async () => {
    expect(await checkMedia('voice', wav(3), { life: 'permanent' })).toMatchObject({ format: 'wav', seconds: 3 })
  })

  it('of MPEG 2 is that of its own table', async () => {
    const frame = Buffer.alloc(144)
    // MPEG 2, 32 kbit/s (index 4), 16 kHz: 72 * 32000 / 16000 bytes, 576 samples.
    frame.writeUInt32BE(0xfff3_4800)
    const { seconds } = await checkMedia('voice', Buffer.concat([frame, frame, frame]))
    expect(seconds).toBeCloseTo(0.108, 5)
  })

  it.each([
    ['mp3', mp3(2302)],
    ['amr', amr(3006)],
  ])('of %s beyond a minute is refused', async (_format, file) => {
    await expect(checkMedia('voice', file)).rejects.toMatchObject({
      reason: 'too-long',
      limit: 60,
      actual: expect.any(Number),
    })
  })

  it('that cannot be told is said to be skipped', async () => {
    expect(await checkMedia('voice', picture('wma'), { life: 'permanent' })).toMatchObject({ skipped: ['seconds'] })
    const several = Buffer.concat([latin('#!AMR_MC1.0\n'), Buffer.alloc(10)])
    expect(await checkMedia('voice', several)).toMatchObject({ format: 'amr', skipped: ['seconds'] })
  })
})

describe('length of a film', () => {
  it.each([0, 1] as const)('is told from its header, version %i, wherever it stands', async (version) => {
    expect(await checkMedia('video', mp4(75, version))).toMatchObject({ format: 'mp4', seconds: 75 })
  })

  it.each([mp4(1).subarray(0, 60), box('ftyp', latin('isom')), Buffer.concat([box('ftyp'), Buffer.alloc(20)])])(
    'is left out when there is no header (%#)',
    async (file) => {
      expect(await checkMedia('video', file)).not.toHaveProperty('seconds')
    },
  )
})

describe('where the file is', () => {
  it('a path, a Blob, and named ones are looked at alike', async () => {
    const path = join(folder, 'a.txt')
    await writeFile(path, picture('png'))
    const files: FileInput[] = [
      picture('png'),
      new Blob([new Uint8Array(picture('png'))]),
      { path },
      { data: new Blob([new Uint8Array(picture('png'))]) },
      { data: picture('png') },
    ]
    for (const file of files)
      expect(await checkMedia('image', file)).toEqual({ bytes: 100, format: 'png', skipped: [] })
  })

  it('a path that cannot be read says so, with the cause', async () => {
    await expect(checkMedia('image', { path: join(folder, 'none') })).rejects.toMatchObject({
      reason: 'unreadable',
      cause: { code: 'ENOENT' },
    })
    await expect(checkMedia('image', { path: folder })).rejects.toMatchObject({ reason: 'unreadable' })
  })

  it('a stream is not touched; a length that was given counts', async () => {
    let reads = 0
    const stream = (async function* () {
      reads++
      yield picture('png')
    })()
    expect(await checkMedia('image', stream)).toEqual({ skipped: ['size', 'format'] })
    expect(await checkMedia('voice', { data: stream, length: 10 })).toEqual({
      bytes: 10,
      skipped: ['format', 'seconds'],
    })
    await expect(checkMedia('thumb', { data: stream, length: 70_000 })).rejects.toMatchObject({ reason: 'too-large' })
    expect(reads).toBe(0)
  })

  it('a use that is none is refused', async () => {
    await expect(checkMedia('picture' as MediaUse, picture('png'))).rejects.toMatchObject({ setting: 'use' })
  })
})
