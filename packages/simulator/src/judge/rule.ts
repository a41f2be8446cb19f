import type { AnswerFacts } from './facts.js'

/** `banner`: refused, the user is told so · `fault`: wrong, but WeChat lives with it · `note`: worth knowing. */
export type Severity = 'banner' | 'fault' | 'note'

/**
 * Rules of a stage are looked at together; when one of them refuses the answer, the later stages say nothing, because
 * there is nothing they could look at.
 */
export type Stage = 'transport' | 'text' | 'envelope' | 'document' | 'header' | 'content'

export const stages: readonly Stage[] = ['transport', 'text', 'envelope', 'document', 'header', 'content']

/** One way an answer can be wrong. */
export interface JudgeRule {
  readonly id: string
  readonly stage: Stage
  readonly severity: Severity
  /** Where the rule is known from: an official page, or what was observed. */
  readonly source: string
  /** What was found, in a few words, when the rule is broken (`''` when there is nothing to add); else undefined. */
  readonly test: (facts: AnswerFacts) => string | undefined
  /** The reason in words; `{}` stands for what was found. */
  readonly en: string
  readonly zh: string
}

/** Official page about passive replies. */
export const passiveReplyPage: string =
  'official: https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html'
/** Official page about encrypted messages. */
export const encryptionPage: string =
  'official: https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Message_encryption_and_decryption_instructions.html'
export const observed = 'observed'
