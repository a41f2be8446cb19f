import type { Locale } from './refusal.js'

/** What the kit knows about a code. */
export interface Explanation {
  readonly hint: string
  readonly retryable: boolean
}

/** @param isReplay a fresh token was refused as well */
export type Explain = (errcode: number, context: { readonly isReplay: boolean }) => Promise<Explanation>

const unknownCode = {
  zh: '官方返回码表中没有这个错误码；请以 errmsg 为准，并用 rid 查询详情（/cgi-bin/openapi/rid/get）。',
  en: 'This code is in no list of WeChat; go by errmsg, and look the rid up (/cgi-bin/openapi/rid/get).',
}

/** What `@wx/simulator` answers for what it does not simulate: its errmsg says all, and there is no rid to look up. */
const notSimulated = -501

/** Where fresh tokens are refused, the token is not what is wrong. */
const replayed = {
  zh: '刚取到的新 token 也被拒绝：请检查 token 是否属于该 appId、是否有人强制刷新，或新旧两种 token 混用。',
  en: 'A fresh token was refused as well: see whether it belongs to this appId, and who else fetches tokens for it.',
}

/** The table of codes is loaded with the first refusal: a program that meets none never reads it. */
export function explainer(locale: Locale): Explain {
  return async (errcode, { isReplay }) => {
    if (errcode === notSimulated) return { hint: '', retryable: false }
    const { errorCodes } = await import('@wx/endpoints/error-codes')
    const known = errorCodes[errcode]
    const sentences =
      known === undefined
        ? [unknownCode[locale]]
        : known.cause === undefined
          ? [sentence(known[locale], locale)]
          : [sentence(known[locale], locale), known.cause[locale], known.fix?.[locale] ?? '']
    const isHopeless = known?.tokenExpired === true && isReplay
    const all = isHopeless ? [...sentences, replayed[locale]] : sentences
    return {
      hint: all.filter((it) => it !== '').join(locale === 'zh' ? '' : ' '),
      retryable: !isHopeless && (known?.retryable ?? false),
    }
  }
}

const sentence = (text: string, locale: Locale): string =>
  /[.!?。！？]$/.test(text) ? text : `${text}${locale === 'zh' ? '。' : '.'}`
