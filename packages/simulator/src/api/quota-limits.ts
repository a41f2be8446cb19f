import type { EndpointRow, Quota } from '@wx/endpoints'

/** How often a new account may call the endpoint in a day; undefined where no source says. */
export const quotaOf = ({ quota }: EndpointRow): Quota | undefined => (quota?.period === 'month' ? undefined : quota)
