const scripts = /<(script|iframe|object|embed)\b[^>]*>[\s\S]*?<\/\1\s*>|<\/?(?:script|iframe|object|embed)\b[^>]*>/gi
const handlers = /\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi
const scriptUrls = /\b(href|src)\s*=\s*(["']?)\s*javascript:[^"'\s>]*\2/gi
const pictures = /<img\b[^>]*>/gi
const source = /\b(?:data-)?src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i

/**
 * What WeChat leaves of an article's HTML: no scripts, and no pictures that it does not host.
 * @param isHosted whether a picture's address is one of `media/uploadimg` or of a material
 */
export const cleanContent = (html: string, isHosted: (url: string) => boolean): string =>
  html
    .replace(scripts, '')
    .replace(handlers, '')
    .replace(scriptUrls, '')
    .replace(pictures, (tag) => {
      const [, double, single, bare] = source.exec(tag) ?? []
      const url = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')
      return isHosted(url) ? tag : ''
    })

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
])

/** The text of an article's HTML, in one line. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (whole, name: string) => entities.get(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
