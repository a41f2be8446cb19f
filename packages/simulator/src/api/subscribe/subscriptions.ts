import type { WireTree } from '@wx/xml-messages'
import { ImpossibleActionError } from '../../errors.js'
import type { BodyFormat } from '../../judge/facts.js'
import { secondsOf, type World } from '../../world.js'
import { refuse } from '../refusal.js'
import { type CategoryTemplate, categoryTemplates } from '../template/library.js'
import type { PrivateTemplate } from '../template/templates.js'

/** What subscriptions need of the account. */
export interface SubscriptionHome {
  /** Original id. */
  readonly id: string
  readonly isMiniProgram: boolean
  readonly format: BodyFormat
  push(fields: WireTree): Promise<unknown>
}

const maxTemplates = 25
const keywordsOfTemplate = { least: 2, most: 5 }
const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A keyword of a template of the library. */
export interface Keyword {
  readonly kid: number
  readonly name: string
  /** The letters that a key begins with, such as `thing`. */
  readonly rule: string
}

/** The keywords of a template of the library; their number stands behind the letters of the key. */
export const keywordsOf = ({ keywords }: CategoryTemplate): readonly Keyword[] =>
  Object.entries(keywords).map(([name, key]) => {
    const [, rule = '', kid = ''] = /^(\D+)(\d+)$/.exec(key) ?? []
    return { kid: Number(kid), name, rule }
  })

/** The template of the library of that number. */
export const libraryTemplate = (tid: string): CategoryTemplate | undefined =>
  Object.hasOwn(categoryTemplates, tid) ? categoryTemplates[tid] : undefined

/**
 * The subscription messages of one account: its templates, and how many messages each user agreed to.
 * https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/intro.html
 */
export class Subscriptions {
  /** The one template of one-time subscriptions, which the console shows. */
  readonly oneTimeTemplateId: string
  readonly #world: World
  readonly #home: SubscriptionHome
  readonly #templates = new Map<string, PrivateTemplate>()
  /** Messages that may still be sent, by user and what they agreed to. */
  readonly #agreed = new Map<string, number>()

  /** @internal */
  constructor(world: World, home: SubscriptionHome) {
    this.#world = world
    this.#home = home
    this.oneTimeTemplateId = this.#newId()
  }

  list(): readonly PrivateTemplate[] {
    return [...this.#templates.values()]
  }

  get(templateId: string): PrivateTemplate | undefined {
    return this.#templates.get(templateId)
  }

  /**
   * A user answers the question for these templates: each yes allows one message. Pushes `subscribe_msg_popup_event`.
   * @param templateIds of the account, the `priTmplId` of `addtemplate`
   * @throws ImpossibleActionError for a template the account does not have
   */
  async answer(openid: string, templateIds: readonly string[], answer: 'accept' | 'reject' = 'accept'): Promise<void> {
    const unknown = templateIds.find((it) => !this.#templates.has(it))
    if (unknown !== undefined || templateIds.length === 0) {
      throw new ImpossibleActionError(`the account has no subscription template ${unknown}; see addtemplate`)
    }
    if (answer === 'accept') for (const it of templateIds) this.#agree(openid, it)
    const scene = this.#home.isMiniProgram ? '0' : '1'
    await this.#push(openid, 'subscribe_msg_popup_event', {
      SubscribeMsgPopupEvent: templateIds.map((TemplateId) => ({
        TemplateId,
        SubscribeStatusString: answer,
        PopupScene: scene,
      })),
    })
  }

  /**
   * A user agrees to one message of a scene, as on the page of a one-time subscription; to agree again before it was sent
   * allows no second one. No push tells the robot.
   */
  agreeOnce(openid: string, scene: string | number): void {
    this.#agreed.set(keyOf(openid, sceneKey(scene)), 1)
  }

  /** Whether a message of that scene may still be sent: 1 or 0. */
  remainingOnce(openid: string, scene: string | number): number {
    return this.remaining(openid, sceneKey(scene))
  }

  /** How many messages of that template the user may still be sent. */
  remaining(openid: string, templateId: string): number {
    return this.#agreed.get(keyOf(openid, templateId)) ?? 0
  }

  /**
   * Makes a template of the account's own from one of the library.
   * @internal
   * @returns its id
   * @throws ApiRefusal 200012, 200014, 200020
   */
  add(tid: string, kids: readonly unknown[]): string {
    const found = libraryTemplate(tid)
    if (found === undefined) {
      return refuse(200014, `the library of the simulator has ${Object.keys(categoryTemplates).join(', ')}, not ${tid}`)
    }
    const all = keywordsOf(found)
    const taken = kids.map((kid) => all.find((it) => it.kid === kid))
    const { least, most } = keywordsOfTemplate
    if (kids.length < least || kids.length > most || new Set(kids).size < kids.length || taken.includes(undefined)) {
      refuse(200020, `kidList must be ${least} to ${most} of ${all.map((it) => it.kid).join(', ')}`)
    }
    if (this.#templates.size >= maxTemplates) refuse(200012, `an account has at most ${maxTemplates} templates`)
    const templateId = this.#newId()
    const lines = taken.flatMap((it) => (it === undefined ? [] : [`${it.name}:{{${it.rule}${it.kid}.DATA}}\n`]))
    const { title } = found
    this.#templates.set(templateId, {
      templateId,
      title,
      content: lines.join(''),
      example: taken.flatMap((it) => (it === undefined ? [] : [`${it.name}:${exampleOf(it.rule)}\n`])).join(''),
      kind: 'category',
      industry: '',
    })
    return templateId
  }

  /** @internal False when there is none of that id. */
  delete(templateId: string): boolean {
    return this.#templates.delete(templateId)
  }

  /** @internal Takes one of the messages that the user agreed to; false when there is none. */
  take(openid: string, templateId: string): boolean {
    const left = this.remaining(openid, templateId)
    if (left > 0) this.#agreed.set(keyOf(openid, templateId), left - 1)
    return left > 0
  }

  /** @internal The same for one-time subscriptions. */
  takeOnce(openid: string, scene: string): boolean {
    return this.take(openid, sceneKey(scene))
  }

  /** @internal A message went out: the robot is told. */
  sent(openid: string, templateId: string): Promise<unknown> {
    return this.#push(openid, 'subscribe_msg_sent_event', {
      SubscribeMsgSentEvent: [
        { TemplateId: templateId, MsgID: this.#world.ids.messageId(), ErrorCode: '0', ErrorStatus: 'success' },
      ],
    })
  }

  #agree(openid: string, what: string): void {
    const key = keyOf(openid, what)
    this.#agreed.set(key, (this.#agreed.get(key) ?? 0) + 1)
  }

  #newId(): string {
    return this.#world.random.text(43, idAlphabet)
  }

  /** In JSON the list has no wrapper, and one entry is no list. */
  #push(openid: string, event: string, wrapped: Readonly<Record<string, readonly WireTree[]>>): Promise<unknown> {
    const { id, format } = this.#home
    const header = { ToUserName: id, FromUserName: openid, CreateTime: secondsOf(this.#world), MsgType: 'event' }
    const fields = Object.entries(wrapped).map(([wrapper, list]): [string, WireTree[string]] => {
      const List = list.length === 1 && list[0] !== undefined ? list[0] : list
      return format === 'json' ? ['List', List] : [wrapper, { List }]
    })
    return this.#home.push({ ...header, Event: event, ...Object.fromEntries(fields) })
  }
}

const keyOf = (openid: string, what: string): string => JSON.stringify([openid, what])
const sceneKey = (scene: string | number): string => `scene ${Number(scene)}`

const examples: Readonly<Record<string, string>> = {
  thing: '名称',
  character_string: '20260101001',
  number: '1',
  amount: '￥39.80',
  time: '2026年1月1日 12:00',
  date: '2026年1月1日',
  name: '张三',
  phone_number: '0766-66888866',
  phrase: '已完成',
  car_number: '粤A8Z888挂',
  letter: 'A',
  symbol: '!',
  const: '类型',
}

/** What a value of that rule may look like. */
export const exampleOf = (rule: string): string => examples[rule] ?? ''
