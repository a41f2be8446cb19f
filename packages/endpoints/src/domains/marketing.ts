import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface MarketingGetUserActionSetsData {
  list?: readonly Readonly<Record<string, unknown>>[]
}

export interface MarketingGetUserActionSetReportsRequest {
  version: string
  user_action_set_id: string | number
  date_range: string
  time_granularity?: string
  aggregation?: string
}

export interface MarketingGetUserActionSetReportsAnswer extends BaseAnswer {
  data?: Readonly<Record<string, unknown>>
}

export interface MarketingAddUserActionSetRequest {
  version: string
  type: string
  name: string
  description?: string
}

export interface MarketingAddUserActionSetAnswer extends BaseAnswer {
  data?: { user_action_set_id?: string }
}

export interface MarketingGetUserActionSetsRequest {
  version: string
  user_action_set_id?: string | number
}

export interface MarketingGetUserActionSetsAnswer extends BaseAnswer {
  data?: MarketingGetUserActionSetsData
}

export interface MarketingAddUserActionsRequest {
  version: string
  actions: readonly Readonly<Record<string, unknown>>[]
}

export interface MarketingGetAdLeadsRequest {
  version: string
  date_range: string
  filtering?: string
  page?: number
  page_size?: number
}

export interface MarketingApi {
  /**
   * Figures of a set of user actions.
   */
  getUserActionSetReports(
    request: MarketingGetUserActionSetReportsRequest,
    options?: CallOptions,
  ): Promise<MarketingGetUserActionSetReportsAnswer>
  /**
   * Creates a set that user actions are reported to.
   */
  addUserActionSet(
    request: MarketingAddUserActionSetRequest,
    options?: CallOptions,
  ): Promise<MarketingAddUserActionSetAnswer>
  /**
   * Sets that user actions are reported to.
   */
  getUserActionSets(
    request: MarketingGetUserActionSetsRequest,
    options?: CallOptions,
  ): Promise<MarketingGetUserActionSetsAnswer>
  /**
   * Reports user actions, for advertising.
   */
  addUserActions(request: MarketingAddUserActionsRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Leads that advertisements brought, page by page.
   */
  getAdLeads(request: MarketingGetAdLeadsRequest, options?: CallOptions): Promise<MarketingGetUserActionSetsAnswer>
}

export const marketingTable = {
  getUserActionSetReports: { call: 'GET /marketing/user_action_set_reports/get' },
  addUserActionSet: {
    call: 'POST /marketing/user_action_sets/add',
    query: ['version'],
    queryAndBody: ['version'],
    stringIds: ['user_action_set_id'],
  },
  getUserActionSets: { call: 'GET /marketing/user_action_sets/get' },
  addUserActions: { call: 'POST /marketing/user_actions/add', query: ['version'] },
  getAdLeads: { call: 'GET /marketing/wechat_ad_leads/get' },
} as const

/** One row for each method of {@link MarketingApi}. */
export const marketingRows: Rows<MarketingApi> = /* @__PURE__ */ expandRows<MarketingApi, typeof marketingTable>(
  'marketing',
  marketingTable,
  { status: 'unknown' },
)
