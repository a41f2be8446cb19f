import type { Menu } from '../../menu.js'
import type { UserPlatform } from '../../profile.js'
import { type Body, isBody } from '../fields.js'
import { refuse } from '../refusal.js'
import type { MatchRule } from './menus.js'

/** Rules about what is private are refused since 2021. */
const privateFields = ['sex', 'country', 'province', 'city', 'language']

/** `client_platform_type`. */
const platforms: Readonly<Record<string, UserPlatform>> = { 1: 'ios', 2: 'android', 3: 'other' }

/** The hosts that all conditional menus of an account together may open. */
export const maxHosts = 3

/**
 * Reads the rule of a conditional menu. `group_id` is the old name of `tag_id`.
 * @param hasTag whether the account has that tag
 * @throws ApiRefusal 65320, 65304, 45159, 40035
 */
export function readRule({ matchrule: given }: Body, hasTag: (id: number) => boolean): MatchRule {
  const rule = Object.fromEntries(Object.entries(isBody(given) ? given : {}).filter(([, value]) => isGiven(value)))
  const secret = privateFields.find((it) => rule[it] !== undefined)
  if (secret !== undefined) refuse(65320, `a menu can no longer be matched by ${secret}; use tags`)
  const { client_platform_type: platformType, group_id: groupId, tag_id: tag = groupId } = rule
  if (tag === undefined && platformType === undefined) refuse(65304, '"matchrule" needs a tag_id')
  return {
    ...(tag === undefined ? {} : tagRule(tag, hasTag)),
    ...(platformType === undefined ? {} : platformRule(platformType)),
  }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

function tagRule(value: unknown, hasTag: (id: number) => boolean): MatchRule {
  const tagId = Number(value)
  return Number.isSafeInteger(tagId) && hasTag(tagId) ? { tagId } : refuse(45159, `this account has no tag ${value}`)
}

function platformRule(value: unknown): MatchRule {
  const platform = platforms[String(value)]
  return platform === undefined
    ? refuse(40035, 'client_platform_type must be 1 (iOS), 2 (Android) or 3 (other)')
    : { platform }
}

/** The rule as `menu/get` shows it: under the old name of the tag, all values as texts. */
export function writeRule({ tagId, platform }: MatchRule): Readonly<Record<string, string>> {
  const type = Object.keys(platforms).find((it) => platforms[it] === platform)
  return {
    ...(tagId === undefined ? {} : { group_id: String(tagId) }),
    ...(type === undefined ? {} : { client_platform_type: type }),
  }
}

/** The hosts that a menu's links open. */
export const hostsOf = ({ button }: Menu): readonly string[] =>
  button
    .flatMap((it) => ('type' in it ? [it] : it.sub_button))
    .flatMap(({ type, url }) => (type === 'view' && url !== undefined ? [new URL(url).host] : []))
