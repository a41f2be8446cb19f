import { parseMessage } from '../../src/index.js'

const header =
  '<ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType>'
const limits = { bytes: 1 << 26, elements: 1 << 24, attributes: 1 << 24, nameLength: 1 << 24, depth: 1 << 12 }

/** Bodies in which one thing grows: what a reader of more than linear cost would show itself by. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  'text of blanks': (n) => `<xml>${header}<Content>x${' '.repeat(n)}x</Content></xml>`,
  'open brackets': (n) => `<xml>${header}<Content>${']'.repeat(n)}</Content></xml>`,
  'CDATA sections': (n) => `<xml>${header}<Content>${'<![CDATA[x]]>'.repeat(n / 13)}</Content></xml>`,
  'brackets in a CDATA section': (n) => `<xml>${header}<Content><![CDATA[${']'.repeat(n)}]]></Content></xml>`,
  'unclosed CDATA sections': (n) => `<xml>${header}<Content>${'<![CDATA['.repeat(n / 9)}`,
  entities: (n) => `<xml>${header}<Content>${'&amp;'.repeat(n / 5)}</Content></xml>`,
  comments: (n) => `<xml>${header}<Content>${'<!---->'.repeat(n / 7)}</Content></xml>`,
  'one element repeated': (n) => `<xml>${header}${'<a>1</a>'.repeat(n / 8)}</xml>`,
  'elements of other names': (n) =>
    `<xml>${header}${Array.from({ length: n / 16 }, (_, i) => `<a${i}>1</a${i}>`).join('')}</xml>`,
  attributes: (n) => `<xml ${Array.from({ length: n / 12 }, (_, i) => `a${i}="1"`).join(' ')}>${header}</xml>`,
  'a long name': (n) => `<xml>${header}<${'n'.repeat(n)}/></xml>`,
  'control characters': (n) => `<xml>${header}<Content>${'\x02'.repeat(n)}</Content></xml>`,
  'JSON text of escapes': (n) => `{"x":"${'\\n'.repeat(n / 2)}","MsgType":"t"}`,
  'JSON members': (n) => `{${Array.from({ length: n / 12 }, (_, i) => `"a${i}":1,`).join('')}"MsgType":"t"}`,
  'JSON name repeated': (n) => `{${'"a":1,'.repeat(n / 6)}"MsgType":"t"}`,
  'JSON list': (n) => `{"a":[${'1,'.repeat(n / 2)}1],"MsgType":"t"}`,
  'JSON digits': (n) => `{"a":${'1'.repeat(n)},"MsgType":"t"}`,
}

/** Milliseconds of CPU time of the best of several readings: the one that was disturbed least. */
function bestOf(body: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    try {
      parseMessage(body, { limits })
    } catch {
      // Refused is as good as read: it must not take long either.
    }
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/** How one shape grows. */
export interface Growth {
  readonly shape: string
  /** Milliseconds of CPU time for the smaller body. */
  readonly milliseconds: number
  /** How many times as long the larger one takes, that is eight times as large. */
  readonly factor: number
}

const size = 40_000
const larger = 8

/** Eight is linear and 64 is quadratic; what lies between is told apart by looking again. */
export const steep = 20

/** Times each shape at two sizes. Not for a test: it is a clock that says it, and the machine has other work. */
export const growths = (): readonly Growth[] =>
  Object.entries(shapes).map(([shape, make]) => {
    const bodies = [make(size), make(size * larger)] as const
    let best: Growth = { shape, milliseconds: 0, factor: Number.POSITIVE_INFINITY }
    for (let look = 0; look < 4 && best.factor > steep; look += 1) {
      const milliseconds = bestOf(bodies[0], 9)
      const factor = bestOf(bodies[1], 5) / milliseconds
      if (factor < best.factor) best = { shape, milliseconds, factor }
    }
    return best
  })
