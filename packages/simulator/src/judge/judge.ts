import { contentRules } from './content-rules.js'
import { documentRules, headerRules } from './document-rules.js'
import { envelopeRules } from './envelope-rules.js'
import { type AnswerFacts, type Expectation, type RawAnswer, readAnswer } from './facts.js'
import { isVisible, type JudgedReply, readReply } from './reply-types.js'
import { type JudgeRule, type Severity, stages } from './rule.js'
import { textRules, transportRules } from './transport-rules.js'

/** Every rule an answer is held against, in the order in which they are looked at. */
export const judgeRules: readonly JudgeRule[] = [
  ...transportRules,
  ...textRules,
  ...envelopeRules,
  ...documentRules,
  ...headerRules,
  ...contentRules,
]

/** A broken rule, in words. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly en: string
  readonly zh: string
}

/** What became of the answer. */
export interface Verdict {
  /** True when nothing was wrong; notes do not count. */
  readonly ok: boolean
  /** What the user sees of it. */
  readonly shown: 'reply' | 'nothing' | 'banner'
  /** Why, in English words, worst first. */
  readonly reasons: readonly string[]
  /** The same with the ids of the rules, and in Chinese. */
  readonly findings: readonly Finding[]
}

/** A verdict with what the judge read on the way. */
export interface Judgement {
  readonly verdict: Verdict
  readonly reply: JudgedReply
  /** Whether WeChat counts the push as taken. */
  readonly acknowledged: boolean
  /** The answer after decryption; undefined when it was not sealed or could not be opened. */
  readonly answerPlaintext: string | undefined
  readonly facts: AnswerFacts
}

const worstFirst: readonly Severity[] = ['banner', 'fault', 'note']

/** Judges what came back from one delivery. */
export function judge(raw: RawAnswer, expected: Expectation): Judgement {
  const facts = readAnswer(raw, expected)
  const findings = look(facts)
  const refused = findings.some((it) => it.severity === 'banner')
  const read = refused ? ({ type: 'none' } as const) : shorten(readReply(facts.root), expected)
  const reply = facts.content.kind === 'silence' ? ({ type: 'none' } as const) : read
  const isShown = expected.visible && isVisible(reply)
  const opened = facts.envelope?.opened
  return {
    verdict: {
      ok: findings.every((it) => it.severity === 'note'),
      shown: refused ? (expected.visible ? 'banner' : 'nothing') : isShown ? 'reply' : 'nothing',
      reasons: findings.map((it) => it.en),
      findings,
    },
    reply,
    acknowledged: !refused && !findings.some((it) => it.rule === 'not-acknowledged'),
    answerPlaintext: opened?.ok === true ? opened.plaintext : undefined,
    facts,
  }
}

function look(facts: AnswerFacts): Finding[] {
  const findings: Finding[] = []
  for (const stage of stages) {
    for (const rule of judgeRules.filter((it) => it.stage === stage)) {
      const found = rule.test(facts)
      if (found === undefined) continue
      const words = (text: string): string => text.replace('{}', () => found)
      findings.push({ rule: rule.id, severity: rule.severity, en: words(rule.en), zh: words(rule.zh) })
    }
    if (findings.some((it) => it.severity === 'banner')) break
  }
  return findings.sort((a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity))
}

/** Articles beyond the limit are dropped by the platform. */
function shorten(reply: JudgedReply, { userMessage, settings }: Expectation): JudgedReply {
  if (reply.type !== 'news') return reply
  const limit = userMessage ? settings.maxArticlesToMessage : settings.maxArticlesToEvent
  return { type: 'news', articles: reply.articles.slice(0, limit) }
}
