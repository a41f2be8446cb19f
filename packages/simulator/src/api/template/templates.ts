import { ConfigError } from '@wx/core'
import type { World } from '../../world.js'
import { chinaMonth } from '../china-time.js'
import { refuse } from '../refusal.js'
import { type Industry, industryOf } from './industries.js'
import {
  categoryTemplates,
  type IndustryTemplate,
  industryTemplates,
  type LibraryTemplate,
  templateLibrary,
} from './library.js'

/** A template of the account. */
export interface PrivateTemplate {
  readonly templateId: string
  readonly title: string
  /** With `{{key.DATA}}` where values go. */
  readonly content: string
  readonly example: string
  /** Where it comes from: a template of a category holds its values to the rules of their keys, others do not. */
  readonly kind: 'industry' | 'category' | 'own'
  /** Code of its industry; empty where it has none. */
  readonly industry: string
}

/** A template as the page of a test account takes it. */
export interface OwnTemplate {
  readonly title: string
  /** With `{{key.DATA}}` where values go: `订单：{{order.DATA}}`. */
  readonly content: string
  readonly example?: string
}

const maxTemplates = 25
const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * The templates of one account, and its industries.
 * https://developers.weixin.qq.com/doc/service/api/notify/template/api_addtemplate
 */
export class Templates {
  readonly #world: World
  readonly #kept = new Map<string, PrivateTemplate>()
  #industries: { readonly codes: readonly [string, string]; readonly month: string } | undefined

  constructor(world: World) {
    this.#world = world
  }

  /** Primary and secondary industry; undefined before they were set. */
  get industries(): readonly [Industry, Industry] | undefined {
    const [primary, secondary] = (this.#industries?.codes ?? []).map(industryOf)
    return primary === undefined || secondary === undefined ? undefined : [primary, secondary]
  }

  /** What the API can take from the library, which is a small one of the simulator's own. */
  get library(): readonly LibraryTemplate[] {
    return templateLibrary
  }

  list(): readonly PrivateTemplate[] {
    return [...this.#kept.values()]
  }

  get(templateId: string): PrivateTemplate | undefined {
    return this.#kept.get(templateId)
  }

  /**
   * Adds a template of any content, as the page of a test account does.
   * @returns its id
   * @throws ConfigError without title or content
   */
  add({ title, content, example = '' }: OwnTemplate): string {
    if (title === '') throw new ConfigError('title', 'must not be empty')
    if (content === '') throw new ConfigError('content', 'must not be empty')
    return this.#keep({ title, content, example, kind: 'own', industry: '' })
  }

  /**
   * Sets the industries; templates of others are deleted.
   * @internal
   * @throws ApiRefusal 40102, 43100
   */
  setIndustries(primary: string, secondary: string): void {
    for (const code of [primary, secondary]) {
      if (industryOf(code) === undefined) refuse(40102, `${JSON.stringify(code)} is no code of an industry, 1 to 41`)
    }
    const month = chinaMonth(this.#world.clock.now())
    if (this.#industries?.month === month) refuse(43100, 'the industries can be changed once a month')
    this.#industries = { codes: [primary, secondary], month }
    for (const { templateId, kind, industry } of this.list()) {
      if (kind === 'industry' && industry !== primary && industry !== secondary) this.#kept.delete(templateId)
    }
  }

  /**
   * Takes a template of the library into the account.
   * @internal
   * @param keywords of a category template, in the order in which they are shown
   * @returns its id
   * @throws ApiRefusal 40037, 40246, 45026, 45027
   */
  addFromLibrary(shortId: string, keywords: readonly string[]): string {
    const ofIndustry = Object.hasOwn(industryTemplates, shortId) ? industryTemplates[shortId] : undefined
    const taken = ofIndustry === undefined ? ofCategory(shortId, keywords) : this.#ofIndustry(ofIndustry)
    if (this.#kept.size >= maxTemplates) refuse(45026, `an account has at most ${maxTemplates} templates`)
    return this.#keep(taken)
  }

  /** False when there is none of that id. */
  delete(templateId: string): boolean {
    return this.#kept.delete(templateId)
  }

  #ofIndustry({ title, industry, keywords, example }: IndustryTemplate): Omit<PrivateTemplate, 'templateId'> {
    if (this.#industries?.codes.includes(industry) !== true) {
      refuse(45027, `the template is of industry ${industry}, which is none of the account's`)
    }
    const lines = keywords.map((name, at) => `${name}：{{keyword${at + 1}.DATA}}`)
    const content = ['{{first.DATA}}', ...lines, '{{remark.DATA}}'].join('\n')
    return { title, content, example, kind: 'industry', industry }
  }

  #keep(template: Omit<PrivateTemplate, 'templateId'>): string {
    const templateId = this.#world.random.text(43, idAlphabet)
    this.#kept.set(templateId, { templateId, ...template })
    return templateId
  }
}

function ofCategory(shortId: string, names: readonly string[]): Omit<PrivateTemplate, 'templateId'> {
  const found = Object.hasOwn(categoryTemplates, shortId) ? categoryTemplates[shortId] : undefined
  if (found === undefined) {
    const known = templateLibrary.map((it) => it.shortId).join(', ')
    return refuse(40037, `the library of the simulator has no ${shortId}; it has ${known}`)
  }
  const { title, keywords } = found
  if (names.length === 0) refuse(40246, `keyword_name_list must name keywords: ${Object.keys(keywords).join(', ')}`)
  const lines = names.map((name) => {
    const key = Object.hasOwn(keywords, name) ? keywords[name] : undefined
    if (key === undefined) return refuse(40246, `${name} is none of ${Object.keys(keywords).join(', ')}`)
    return `${name}:{{${key}.DATA}}`
  })
  return { title, content: `${lines.join('\n')}\n`, example: '', kind: 'category', industry: '' }
}
