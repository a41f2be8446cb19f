import type { ShownMessage } from '../../inbox.js'
import type { TapTarget } from './target.js'
import type { PrivateTemplate } from './templates.js'

/** `{{thing1.DATA}}` */
const placeholder = /\{\{\s*(\w+)\.DATA\s*\}\}/g

/** The keys a template's content has, in order. */
export const keysOf = (content: string): readonly string[] =>
  [...content.matchAll(placeholder)].flatMap(([, key]) => (key === undefined ? [] : [key]))

/** Shown no more since May 2023, whatever is sent in them. */
const hidden = /\{\{\s*(?:first|remark)\.DATA\s*\}\}/i

/** Characters a value is cut to, with dots behind. */
const maxCharacters = 20

const pictographs = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{fe0f}|\u{200d}/gu

/** Values of category templates are not cut: too long ones are refused. */
function shownValue(value: string, isCut: boolean): string {
  const plain = [...value.replace(/[\r\n]+/g, '').replace(pictographs, '')]
  return isCut && plain.length > maxCharacters ? `${plain.slice(0, maxCharacters).join('')}...` : plain.join('')
}

/**
 * What the user sees: since 2023-05-04 without first line, remark, colours, emoji and line breaks, and 20 characters a
 * value. https://developers.weixin.qq.com/community/develop/doc/000a2ae286cdc0f41a8face4c51801
 */
export function rendered(
  { templateId, title, content, kind }: PrivateTemplate,
  values: ReadonlyMap<string, string>,
  target: TapTarget,
): ShownMessage {
  const lines = content.split('\n').filter((line) => line.trim() !== '' && !hidden.test(line))
  const filled = lines.map((line) =>
    line.replace(placeholder, (_, key: string) => shownValue(values.get(key) ?? '', kind !== 'category')),
  )
  return { type: 'template', templateId, title, content: filled.join('\n'), ...target }
}
