import type { EnvelopeFacts } from './envelope.js'
import type { AnswerFacts } from './facts.js'
import { childOf } from './node.js'
import { encryptionPage, type JudgeRule } from './rule.js'

const stage = 'envelope'
const severity = 'banner'
const source: string = encryptionPage

const ofEnvelope =
  (test: (envelope: EnvelopeFacts, facts: AnswerFacts) => string | undefined): JudgeRule['test'] =>
  (facts) =>
    facts.envelope === undefined ? undefined : test(facts.envelope, facts)

/** The sealed form of an answer. A missing element silences the rule about its value. */
export const envelopeRules: readonly JudgeRule[] = [
  {
    id: 'plaintext-in-secure-mode',
    stage,
    severity,
    source,
    test: ({ expected, envelope, outer }) =>
      expected.mode === 'secure' && envelope === undefined && (outer.kind === 'xml' || outer.kind === 'json')
        ? ''
        : undefined,
    en: 'the account is in secure mode, but the answer is plaintext; only `success` and an empty body may be',
    zh: '安全模式下必须回复密文，实际回复了明文（success 和空串除外）',
  },
  {
    id: 'sealed-in-plain-mode',
    stage,
    severity,
    source,
    test: ({ expected, root }) =>
      expected.mode === 'plain' && root !== undefined && childOf(root, 'Encrypt') !== undefined ? '' : undefined,
    en: 'the account is in plain mode, but the answer is encrypted',
    zh: '明文模式下回复了密文',
  },
  {
    id: 'envelope-encrypt',
    stage,
    severity,
    source,
    test: ofEnvelope(({ encrypt, repeated }) =>
      encrypt === '' ? 'it is empty' : repeated.length > 0 ? `${repeated.join(', ')} more than once` : undefined,
    ),
    en: 'the envelope needs exactly one Encrypt with a ciphertext: {}',
    zh: '密文包必须有且仅有一个 Encrypt：{}',
  },
  {
    id: 'envelope-timestamp',
    stage,
    severity,
    source,
    test: ofEnvelope(({ timestamp }) => (/^\d+$/.test(timestamp ?? '') ? undefined : found(timestamp))),
    en: 'TimeStamp of the envelope must be seconds in digits: {}',
    zh: '密文包的 TimeStamp 必须是数字秒：{}',
  },
  {
    id: 'envelope-nonce',
    stage,
    severity,
    source,
    test: ofEnvelope(({ nonce }) => (nonce ? undefined : found(nonce))),
    en: 'the envelope needs a Nonce: {}',
    zh: '密文包缺少 Nonce：{}',
  },
  {
    id: 'envelope-signature',
    stage,
    severity,
    source,
    test: ofEnvelope(({ msgSignature, signatureFits, nonce, timestamp }) => {
      if (!msgSignature) return found(msgSignature)
      return signatureFits || !nonce || !timestamp ? undefined : 'it does not fit token, TimeStamp, Nonce and Encrypt'
    }),
    en: 'MsgSignature of the envelope is wrong: {}',
    zh: '密文包的 MsgSignature 不正确：{}',
  },
  {
    id: 'envelope-ciphertext',
    stage,
    severity,
    source,
    test: ofEnvelope(({ encrypt, opened }) => (opened.ok || encrypt === '' ? undefined : opened.problem)),
    en: 'the answer cannot be decrypted: {}',
    zh: '回复无法解密：{}',
  },
  {
    id: 'envelope-appid',
    stage,
    severity,
    source,
    test: ofEnvelope(({ opened }, { expected }) =>
      !opened.ok || opened.appId === expected.credentials.appId
        ? undefined
        : `${opened.appId} instead of ${expected.credentials.appId}`,
    ),
    en: 'the encrypted answer carries another appid: {}',
    zh: '密文中的 appid 不一致：{}',
  },
]

const found = (value: string | undefined): string =>
  value === undefined ? 'it is missing' : value === '' ? 'it is empty' : JSON.stringify(value)
