import type { WebRequest, WebResponse } from '@wx/core'

/** Language of what a user reads. */
export type PageLocale = 'zh' | 'en'

/** Why a login ends at a page instead of the application. */
export type PageReason = 'expired' | 'spent' | 'declined' | 'snapshot' | 'address' | 'failed'

interface PageRow {
  readonly status: number
  readonly zh: string
  readonly en: string
}

const pages: Readonly<Record<PageReason, PageRow>> = {
  expired: {
    status: 400,
    zh: '这次登录已失效，或不是从本浏览器发起的。',
    en: 'This login has expired, or was not begun in this browser.',
  },
  spent: { status: 400, zh: '登录凭证已使用或已过期。', en: 'This login was used already, or took too long.' },
  declined: { status: 403, zh: '您取消了授权，未能登录。', en: 'You did not agree, so you are not logged in.' },
  snapshot: {
    status: 403,
    zh: '当前为微信网页快照，请轻触页面下方的「使用完整服务」后再登录。',
    en: 'WeChat shows a snapshot of this page. Tap "Use full service" at the bottom to log in.',
  },
  address: { status: 400, zh: '登录后要返回的地址不被允许。', en: 'The address to go back to is not allowed.' },
  failed: { status: 502, zh: '微信登录暂时不可用，请稍后再试。', en: 'WeChat login does not work at the moment.' },
}

const words = {
  zh: { lang: 'zh-CN', title: '微信登录', again: '重新登录' },
  en: { lang: 'en', title: 'WeChat login', again: 'Log in again' },
} as const

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (it) => escapes[it] as string)

/** Neither cached nor told to the next page: the address has the code in it. */
export const privateHeaders = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } as const

/** A page that says what happened, with a link to begin anew. */
export function page(reason: PageReason, { again, locale }: { again: string; locale: PageLocale }): WebResponse {
  const { status, [locale]: text } = pages[reason]
  const { lang, title, again: label } = words[locale]
  const body =
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeHtml(title)}</title><style>body{font:17px sans-serif;margin:20vh 8vw;text-align:center}</style>` +
    `<p>${escapeHtml(text)}</p><p><a href="${escapeHtml(again)}">${escapeHtml(label)}</a></p></html>`
  const headers = {
    ...privateHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  }
  return { status, headers, body }
}

/** What the browser asks for first; Chinese when it does not say. */
export function localeOf({ headers }: WebRequest): PageLocale {
  const wanted = headers['accept-language']?.toString() ?? ''
  return /^\s*(?!zh)[a-z]/i.test(wanted) ? 'en' : 'zh'
}

/** To another page, once. */
export const redirectTo = (location: string, headers: Readonly<Record<string, string>> = {}): WebResponse => ({
  status: 302,
  headers: { ...privateHeaders, ...headers, location },
  body: '',
})
