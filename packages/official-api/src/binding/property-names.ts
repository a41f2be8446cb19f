import type { ApiDomains } from '@wx/endpoints'

/** Domains that an account names otherwise than `@wx/endpoints`: as one says it, and most in the plural. */
export const otherNames: Readonly<Partial<Record<keyof ApiDomains, string>>> = {
  comment: 'comments',
  draft: 'drafts',
  group: 'groups',
  material: 'materials',
  messageCustom: 'customMessage',
  messageMass: 'massMessage',
  messageSubscribe: 'subscribeMessage',
  messageTemplate: 'templateMessage',
  tag: 'tags',
  ticket: 'tickets',
  user: 'users',
}

/** The account's property for a domain. */
export const propertyOf = (domain: keyof ApiDomains): string => otherNames[domain] ?? domain
