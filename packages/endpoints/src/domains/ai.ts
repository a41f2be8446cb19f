import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'

export interface AiAddVoiceToRecoForTextRequest {
  format?: string
  voice_id: string
  lang?: string
  media: FileInput
}

export interface AiQueryRecoResultForTextRequest {
  voice_id: string
  lang?: string
}

export interface AiQueryRecoResultForTextAnswer extends BaseAnswer {
  result?: string
}

export interface AiTranslateContentRequest {
  lfrom: string
  lto: string
  text: string
}

export interface AiTranslateContentAnswer extends BaseAnswer {
  from_content?: string
  to_content?: string
}

export interface AiSemanticSearchRequest {
  query: string
  type: string
  latitude?: number
  longitude?: number
  city?: string
  region?: string
  appid?: string
  uid?: string
}

export interface AiSemanticSearchAnswer extends BaseAnswer {
  semantic?: Readonly<Record<string, unknown>>
}

export interface AiApi {
  /**
   * Hands in a voice recording (mp3, 16 kHz, mono, up to one minute) to be turned into text; the text is fetched with `queryRecoResultForText`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E6%8F%90%E4%BA%A4%E8%AF%AD%E9%9F%B3
   */
  addVoiceToRecoForText(request: AiAddVoiceToRecoForTextRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * The text of a recording handed in with `addVoiceToRecoForText`; fetch it within ten seconds or so of handing in.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E8%8E%B7%E5%8F%96%E8%AF%AD%E9%9F%B3%E8%AF%86%E5%88%AB%E7%BB%93%E6%9E%9C
   */
  queryRecoResultForText(
    request: AiQueryRecoResultForTextRequest,
    options?: CallOptions,
  ): Promise<AiQueryRecoResultForTextAnswer>
  /**
   * Translates a text between Chinese and English.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E5%BE%AE%E4%BF%A1%E7%BF%BB%E8%AF%91
   */
  translateContent(request: AiTranslateContentRequest, options?: CallOptions): Promise<AiTranslateContentAnswer>
  /**
   * Finds out what a sentence asks for (weather, a restaurant, a train …).
   *
   * @deprecated Legacy on the platform.
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/Natural_Language_Processing.html
   */
  semanticSearch(request: AiSemanticSearchRequest, options?: CallOptions): Promise<AiSemanticSearchAnswer>
}

export const aiTable = {
  addVoiceToRecoForText: {
    call: 'POST /cgi-bin/media/voice/addvoicetorecofortext',
    body: 'binary',
    query: ['format', 'voice_id', 'lang'],
    content: 'media',
    docs: 'doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E6%8F%90%E4%BA%A4%E8%AF%AD%E9%9F%B3',
  },
  queryRecoResultForText: {
    call: 'POST /cgi-bin/media/voice/queryrecoresultfortext',
    query: ['voice_id', 'lang'],
    queryAndBody: ['voice_id', 'lang'],
    retry: 'safe',
    docs: 'doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E8%8E%B7%E5%8F%96%E8%AF%AD%E9%9F%B3%E8%AF%86%E5%88%AB%E7%BB%93%E6%9E%9C',
  },
  translateContent: {
    call: 'POST /cgi-bin/media/voice/translatecontent',
    body: 'text',
    query: ['lfrom', 'lto'],
    content: 'text',
    retry: 'safe',
    docs: 'doc/offiaccount/Intelligent_Interface/AI_Open_API.html#%E6%8E%A5%E5%8F%A3%E6%96%87%E6%A1%A3%E2%80%94%E2%80%94%E5%BE%AE%E4%BF%A1%E7%BF%BB%E8%AF%91',
  },
  semanticSearch: {
    call: 'POST /semantic/semproxy/search',
    retry: 'safe',
    status: 'legacy',
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/Intelligent_Interface/Natural_Language_Processing.html',
  },
} as const

/** One row for each method of {@link AiApi}. */
export const aiRows: Rows<AiApi> = /* @__PURE__ */ expandRows<AiApi, typeof aiTable>('ai', aiTable)
