import { ConfigError } from '@wx/core'
import { textLimit } from '@wx/xml-messages'
import { oneOf, positive } from './option-checks.js'
import type { DeadlineOptions, TimeoutPolicy } from './options.js'

/** What is said and done about answers that wait for their user, checked and completed. */
export interface ResumeSettings {
  /** In lower case, without blanks at the ends. */
  readonly words: ReadonlySet<string>
  /** Whether any message fetches an answer, and not only a word. */
  readonly onAnyMessage: boolean
  readonly placeholder: string
  readonly thinking: string
  readonly gone: string
  /** With the break before it: it is put under a text as it stands. */
  readonly more: string
  /** Bytes of a part of a text that is too long, so that `more` fits under it. */
  readonly partBytes: number
  readonly keepMs: number
}

type ResumeName = Exclude<keyof DeadlineOptions, 'ms' | 'onTimeout'>

/** The settings of `deadline` that only `resume` knows. */
export const resumeNames: { readonly [Name in ResumeName]-?: true } = {
  placeholder: true,
  resumeWords: true,
  resumeOn: true,
  thinking: true,
  gone: true,
  more: true,
  keepSeconds: true,
}

/** Bytes: what is left of a text must still be worth reading. */
const longestMore = 200

/** @returns undefined for another policy @throws ConfigError */
export function readResume(deadline: DeadlineOptions, policy: TimeoutPolicy): ResumeSettings | undefined {
  if (policy !== 'resume') {
    const idle = Object.keys(resumeNames).find((it) => deadline[it as ResumeName] !== undefined)
    if (idle === undefined) return undefined
    throw new ConfigError(`deadline.${idle}`, `means something only with onTimeout 'resume', and it is '${policy}'`)
  }
  const words = readWords(deadline.resumeWords ?? ['继续', 'continue'])
  const [word] = words
  const text = (name: 'placeholder' | 'thinking' | 'gone' | 'more', otherwise: string, limit = textLimit): string => {
    const given: unknown = deadline[name] ?? otherwise
    if (typeof given === 'string' && given.trim() !== '' && Buffer.byteLength(given) <= limit) return given
    throw new ConfigError(`deadline.${name}`, `must be a text of 1 to ${limit} bytes`)
  }
  const more = `\n\n${text('more', `（还有内容，发送「${word}」查看）`, longestMore)}`
  return {
    words: new Set(words.map(normalWord)),
    onAnyMessage: oneOf('deadline.resumeOn', deadline.resumeOn ?? 'word', ['word', 'message']) === 'message',
    placeholder: text('placeholder', `还在思考，请过一会儿发送「${word}」查看回答。`),
    thinking: text('thinking', `还没有想好，请过一会儿再发送「${word}」。`),
    gone: text('gone', '之前的问题没有留下回答，请重新提问。'),
    more,
    partBytes: textLimit - Buffer.byteLength(more),
    keepMs: 1_000 * positive('deadline.keepSeconds', finite(deadline.keepSeconds ?? 3_600)),
  }
}

/** As a user may write it. */
export const normalWord = (text: string): string => text.trim().toLowerCase()

function readWords(given: unknown): readonly string[] {
  if (Array.isArray(given) && given.length > 0 && given.every((it) => typeof it === 'string' && it.trim() !== '')) {
    return given as string[]
  }
  throw new ConfigError('deadline.resumeWords', 'must be a list of one word or more that a user can write')
}

function finite(seconds: number): number {
  if (seconds !== Number.POSITIVE_INFINITY) return seconds
  throw new ConfigError('deadline.keepSeconds', 'must be finite: a store cannot keep answers for ever')
}
