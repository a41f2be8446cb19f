import { type Body, isBody } from '../api/fields.js'
import type { ChatLine } from '../inbox.js'
import { deny } from './denial.js'

/** What a tap on an entry of a `msgmenu` sends. */
export interface MsgMenuItem {
  readonly id: string
  readonly content: string
}

/**
 * The entries of a `msgmenu`.
 * @throws CustomerMessageError 40035 when there are none, or one has no id or content
 */
export function menuItems(body: Body): readonly MsgMenuItem[] {
  const { list } = body
  if (!Array.isArray(list) || list.length === 0) deny(40035, 'msgmenu.list must have entries')
  return list.map((it: unknown) => {
    const id = isBody(it) && (typeof it['id'] === 'string' || typeof it['id'] === 'number') ? String(it['id']) : ''
    const content = isBody(it) && typeof it['content'] === 'string' ? it['content'] : ''
    if (id === '' || content === '') deny(40035, 'each entry of msgmenu.list needs an id and a content')
    return { id, content }
  })
}

/** The entry of that id in the newest `msgmenu` of a chat that has it. */
export function findMenuItem(lines: readonly ChatLine[], id: string): MsgMenuItem | undefined {
  for (const line of lines.toReversed()) {
    if (line.from === 'user' || line.type !== 'card' || line.msgtype !== 'msgmenu') continue
    const found = menuItems(line.body).find((it) => it.id === id)
    if (found !== undefined) return found
  }
  return undefined
}
