import type { Menu } from '../../menu.js'
import type { UserPlatform } from '../../profile.js'

/** A menu that is out, with the id that `VIEW` events carry. */
export interface PublishedMenu {
  readonly menu: Menu
  readonly menuId: string
}

/** Who sees a conditional menu: everything given must fit. */
export interface MatchRule {
  readonly tagId?: number
  readonly platform?: UserPlatform
}

export interface ConditionalMenu extends PublishedMenu {
  readonly rule: MatchRule
}

/** What a rule is held against. */
export interface MenuViewer {
  /** The tag that was put on last: the only one that counts. */
  readonly lastTagId: number | undefined
  readonly platform: UserPlatform
}

const none: Menu = { button: [] }

/**
 * The menus of one account: the default one, published in the console or set through the API, and those for some users
 * only.
 */
export class Menus {
  readonly #newId: () => string
  #default: PublishedMenu | undefined
  #isSetByApi = false
  #conditional: readonly ConditionalMenu[] = []

  /** @param newId gives the ids of menus */
  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** The default menu, without buttons when there is none. */
  get menu(): Menu {
    return this.#default?.menu ?? none
  }

  /** The default menu, as long as it came through the API. */
  get setByApi(): PublishedMenu | undefined {
    return this.#isSetByApi ? this.#default : undefined
  }

  get isOpen(): boolean {
    return this.#default !== undefined
  }

  /** The newest first. */
  get conditional(): readonly ConditionalMenu[] {
    return this.#conditional
  }

  /** Makes it the default menu, as the console does. Conditional menus stay. */
  publish(menu: Menu): void {
    this.#default = { menu, menuId: this.#default?.menuId ?? this.#newId() }
    this.#isSetByApi = false
  }

  /** Makes it the default menu, as the API does. */
  set(menu: Menu): void {
    this.#default = { menu, menuId: this.#newId() }
    this.#isSetByApi = true
  }

  addConditional(menu: Menu, rule: MatchRule): ConditionalMenu {
    const added = { menu, rule, menuId: this.#newId() }
    this.#conditional = [added, ...this.#conditional]
    return added
  }

  /** @returns false when there is no such menu */
  deleteConditional(menuId: string): boolean {
    const left = this.#conditional.filter((it) => it.menuId !== menuId)
    const isThere = left.length < this.#conditional.length
    this.#conditional = left
    return isThere
  }

  /** Takes all menus away. */
  delete(): void {
    this.#default = undefined
    this.#isSetByApi = false
    this.#conditional = []
  }

  /** The newest conditional menu that fits, or the default one. */
  seenBy(viewer: MenuViewer): PublishedMenu {
    const fitting = this.#conditional.find(({ rule }) => fits(rule, viewer))
    return fitting ?? this.#default ?? { menu: none, menuId: '' }
  }
}

const fits = ({ tagId, platform }: MatchRule, viewer: MenuViewer): boolean =>
  (tagId === undefined || tagId === viewer.lastTagId) && (platform === undefined || platform === viewer.platform)
