import { parseMessage } from '@wx/xml-messages'
import { cpuTime } from '../cpu-time.js'
import { wordsOf } from '../message/text-push.js'
import { median } from '../statistics.js'

/** Parse time by size, on both ways a message can take. */
export interface SizeRow {
  readonly kilobytes: number
  /** A flat message of plain texts, as nearly all are. */
  readonly flatNs: number
  /** One with a structure in it, which needs the strict reader. */
  readonly nestedNs: number
}

const sizes = [1, 10, 100]
/** Bytes read for one sample, whatever the size of a message. */
const bytesPerSample = 1_000_000

const message = (kilobytes: number, extra: string): Buffer =>
  Buffer.from(
    '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oBench]]></FromUserName>' +
      '<CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><MsgId>1</MsgId>' +
      `${extra}<Content><![CDATA[${wordsOf(kilobytes * 1000)}]]></Content></xml>`,
  )

function timeOnce(body: Buffer): number {
  const count = Math.ceil(bytesPerSample / body.length)
  const start = cpuTime()
  for (let i = 0; i < count; i++) parseMessage(body)
  return (1000 * (cpuTime() - start)) / count
}

export function growWithSize(rounds: number): readonly SizeRow[] {
  const cases = sizes.map((kilobytes) => ({
    kilobytes,
    flat: { body: message(kilobytes, ''), ns: [] as number[] },
    nested: { body: message(kilobytes, '<Extra><Item>1</Item></Extra>'), ns: [] as number[] },
  }))
  for (let round = -2; round < rounds; round++) {
    for (const { body, ns } of cases.flatMap(({ flat, nested }) => [flat, nested])) {
      const taken = timeOnce(body)
      if (round >= 0) ns.push(taken)
    }
  }
  return cases.map(({ kilobytes, flat, nested }) => ({
    kilobytes,
    flatNs: median(flat.ns),
    nestedNs: median(nested.ns),
  }))
}
