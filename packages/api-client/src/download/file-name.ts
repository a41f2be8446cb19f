import { basename } from 'node:path'

/**
 * The name in a `Content-Disposition`, without any folder. WeChat writes UTF-8 where Latin-1 is due; the escaped form
 * (`filename*=UTF-8''…`) counts first.
 */
export function fileNameIn(disposition: string | null): string | undefined {
  if (disposition === null) return undefined
  const escaped = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1]
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition)
  const name = (escaped && unescaped(escaped)) ?? asUtf8(plain?.[1] ?? plain?.[2] ?? '')
  // A name is no way out of the folder it is put into.
  const bare = basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '')
  return bare === '' || bare === '.' || bare === '..' ? undefined : bare
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** Header values come as one character a byte. */
function asUtf8(text: string): string {
  const decoded = Buffer.from(text, 'latin1').toString('utf8')
  return decoded.includes('\ufffd') ? text : decoded
}
