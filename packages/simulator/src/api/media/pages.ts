import { RawAnswer } from '../answer.js'
import type { ApiPage, PageVisit } from '../page.js'

/** A file that some account's answer or push pointed to. */
function showFile({ accounts, path }: PageVisit): RawAnswer | undefined {
  for (const { state } of accounts) {
    state.media.sweep()
    const file = state.hosted.get(path['id'] ?? '')
    if (file === undefined) continue
    const headers = { 'content-type': file.format.contentType, 'x-content-type-options': 'nosniff' }
    return new RawAnswer(file.bytes, { headers })
  }
  return undefined
}

export const mediaPages: readonly ApiPage[] = [
  { method: 'GET', path: '/mmbiz/:id/:size', doc: 'a picture', show: showFile },
  { method: 'GET', path: '/vod/:id/:name', doc: 'a video or a voice', show: showFile },
]
