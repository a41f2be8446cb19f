import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'

export interface CustomServiceAccount {
  kf_id: string
  /** Account of an agent, `name@account`. */
  kf_account: string
  /** The agent's nickname. */
  kf_nick: string
  /** Address of the agent's avatar. */
  kf_headimgurl: string
  kf_wx?: string
  kf_openid?: string
  invite_wx?: string
  invite_expire_time?: number
  invite_status?: string
}

export interface CustomServiceOnlineAccount {
  kf_id?: string
  /** Account of an agent, `name@account`. */
  kf_account?: string
  status?: number
  kf_openid?: string
  accepted_case?: number
}

export interface CustomServiceWaitingUser {
  /** The user's openid for this account. */
  openid?: string
  /** Unix seconds. */
  latest_time?: number
}

export interface CustomServiceRecord {
  /** The user's openid for this account. */
  openid?: string
  worker?: string
  opercode?: number
  text?: string
  time?: number
}

export interface CustomServiceLegacyRecord {
  worker?: string
  /** The user's openid for this account. */
  openid?: string
  opercode?: string | number
  time?: number
  text?: string
}

export interface CustomServiceListAccountsAnswer extends BaseAnswer {
  kf_list: readonly CustomServiceAccount[]
}

export interface CustomServiceListOnlineAccountsAnswer extends BaseAnswer {
  kf_online_list: readonly CustomServiceOnlineAccount[]
}

export interface CustomServiceAddAccountRequest {
  /** Account of an agent, `name@account`. */
  kf_account?: string
  nickname?: string
  password?: string
  kf_wx?: string
  /** Of a sub-merchant of the account; agents of the account itself have none. */
  business_id?: string
}

export interface CustomServiceDeleteAccountByOpenidRequest {
  kf_openid: string
}

export interface CustomServiceDeleteAccountRequest {
  /** Account of an agent, `name@account`. */
  kf_account?: string
}

export interface CustomServiceInviteWorkerRequest {
  /** Account of an agent, `name@account`. */
  kf_account: string
  invite_wx: string
}

export interface CustomServiceUploadHeadImageRequest {
  /** Account of an agent, `name@account`. */
  kf_account: string
  media: FileInput
}

export interface CustomServiceCloseSessionRequest {
  /** Account of an agent, `name@account`. */
  kf_account: string
  /** The user's openid for this account. */
  openid: string
}

export interface CustomServiceGetSessionRequest {
  /** The user's openid for this account. */
  openid: string
}

export interface CustomServiceGetSessionAnswer extends BaseAnswer {
  /** Account of an agent, `name@account`. */
  kf_account?: string
  /** Unix seconds. */
  createtime?: number
}

export interface CustomServiceListSessionsRequest {
  /** Account of an agent, `name@account`. */
  kf_account: string
}

export interface CustomServiceListSessionsAnswer extends BaseAnswer {
  sessionlist: readonly { openid?: string; createtime?: number }[]
}

export interface CustomServiceListWaitingAnswer extends BaseAnswer {
  count: number
  waitcaselist: readonly CustomServiceWaitingUser[]
}

export interface CustomServiceListMessagesRequest {
  /** Unix seconds. */
  starttime: number
  /** Unix seconds. */
  endtime: number
  /** Where the page begins: 1 for the first, then the `msgid` of the answer before. */
  msgid: string | number
  /** Records of a page, up to 10,000. */
  number: number
}

export interface CustomServiceListMessagesAnswer extends BaseAnswer {
  msgid: string
  number: number
  recordlist: readonly CustomServiceRecord[]
}

export interface CustomServiceListRecordsLegacyRequest {
  /** Unix seconds. */
  starttime?: number
  /** Unix seconds. */
  endtime?: number
  pagesize?: number
  pageindex?: number
}

export interface CustomServiceListRecordsLegacyAnswer extends BaseAnswer {
  retcode?: number
  recordlist?: readonly CustomServiceLegacyRecord[]
}

export interface CustomServiceApi {
  /**
   * All customer-service accounts.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#5
   */
  listAccounts(request?: NoRequest, options?: CallOptions): Promise<CustomServiceListAccountsAnswer>
  /**
   * Customer-service accounts that are online, and how many talks each has.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#0
   */
  listOnlineAccounts(request?: NoRequest, options?: CallOptions): Promise<CustomServiceListOnlineAccountsAnswer>
  /**
   * Adds a customer-service account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#1
   */
  addAccount(request?: CustomServiceAddAccountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Removes a customer-service account of a mini program, by the agent's openid.
   *
   * @see https://developers.weixin.qq.com/miniprogram/introduction/custom.html#%E5%88%A0%E9%99%A4%E5%AE%A2%E6%9C%8D%E8%B4%A6%E5%8F%B7
   */
  deleteAccountByOpenid(request: CustomServiceDeleteAccountByOpenidRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Removes a customer-service account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#3
   */
  deleteAccount(request?: CustomServiceDeleteAccountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Invites a WeChat user to serve under a customer-service account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html#3
   */
  inviteWorker(request: CustomServiceInviteWorkerRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Changes the nickname of a customer-service account.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#2
   */
  updateAccount(request?: CustomServiceAddAccountRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Sets the avatar of a customer-service account (jpg, 640 × 640 is advised).
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#4
   */
  uploadHeadImage(request: CustomServiceUploadHeadImageRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Ends the talk between an agent and a user.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html
   */
  closeSession(request: CustomServiceCloseSessionRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Begins a talk between an agent who is online and a user.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html
   */
  createSession(request: CustomServiceCloseSessionRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Which agent talks with a user, and since when.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html
   */
  getSession(request: CustomServiceGetSessionRequest, options?: CallOptions): Promise<CustomServiceGetSessionAnswer>
  /**
   * The talks of an agent.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html
   */
  listSessions(
    request: CustomServiceListSessionsRequest,
    options?: CallOptions,
  ): Promise<CustomServiceListSessionsAnswer>
  /**
   * Users who wait for an agent: up to 100, those who wait longest first.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html
   */
  listWaiting(request?: NoRequest, options?: CallOptions): Promise<CustomServiceListWaitingAnswer>
  /**
   * Chat records of a time span of up to a day, up to 10,000 a page.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Obtain_chat_transcript.html
   */
  listMessages(
    request: CustomServiceListMessagesRequest,
    options?: CallOptions,
  ): Promise<CustomServiceListMessagesAnswer>
  /**
   * Chat records in the form of before 2017.
   *
   * @deprecated Legacy: use `customService.listMessages`.
   */
  listRecordsLegacy(
    request?: CustomServiceListRecordsLegacyRequest,
    options?: CallOptions,
  ): Promise<CustomServiceListRecordsLegacyAnswer>
}

export const customServiceTable = {
  listAccounts: {
    call: 'GET /cgi-bin/customservice/getkflist',
    platform: 'both',
    permission: {
      may: ['verifiedSubscription', 'verifiedService', 'miniProgram'],
      source: 'doc/service/api/customer/servicermanage/api_delkfaccount',
    },
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#5',
  },
  listOnlineAccounts: {
    call: 'GET /cgi-bin/customservice/getonlinekflist',
    platform: 'both',
    permission: {
      may: ['verifiedSubscription', 'verifiedService', 'miniProgram'],
      source: 'doc/service/api/customer/servicermanage/api_delkfaccount',
    },
    docs: 'doc/offiaccount/Customer_Service/Customer_Service_Management.html#0',
  },
  addAccount: {
    call: 'POST /customservice/kfaccount/add',
    platform: 'both',
    permission: {
      may: ['verifiedSubscription', 'verifiedService', 'miniProgram'],
      source: 'doc/service/api/customer/servicermanage/api_delkfaccount',
    },
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#1',
  },
  deleteAccountByOpenid: {
    call: 'GET /customservice/kfaccount/del',
    platform: 'both',
    retry: 'never',
    permission: {
      may: ['verifiedSubscription', 'verifiedService', 'miniProgram'],
      source: 'doc/service/api/customer/servicermanage/api_delkfaccount',
    },
    docs: 'miniprogram/introduction/custom.html#%E5%88%A0%E9%99%A4%E5%AE%A2%E6%9C%8D%E8%B4%A6%E5%8F%B7',
  },
  deleteAccount: {
    call: 'POST /customservice/kfaccount/del',
    platform: 'both',
    query: ['kf_account'],
    queryAndBody: ['kf_account'],
    permission: {
      may: ['verifiedSubscription', 'verifiedService', 'miniProgram'],
      source: 'doc/service/api/customer/servicermanage/api_delkfaccount',
    },
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#3',
  },
  inviteWorker: {
    call: 'POST /customservice/kfaccount/inviteworker',
    docs: 'doc/offiaccount/Customer_Service/Customer_Service_Management.html#3',
  },
  updateAccount: {
    call: 'POST /customservice/kfaccount/update',
    retry: 'safe',
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#2',
  },
  uploadHeadImage: {
    call: 'POST /customservice/kfaccount/uploadheadimg',
    body: 'multipart',
    query: ['kf_account'],
    content: 'media',
    retry: 'safe',
    docs: 'doc/offiaccount/Message_Management/Service_Center_messages.html#4',
  },
  closeSession: {
    call: 'POST /customservice/kfsession/close',
    docs: 'doc/offiaccount/Customer_Service/Session_control.html',
  },
  createSession: {
    call: 'POST /customservice/kfsession/create',
    docs: 'doc/offiaccount/Customer_Service/Session_control.html',
  },
  getSession: {
    call: 'GET /customservice/kfsession/getsession',
    docs: 'doc/offiaccount/Customer_Service/Session_control.html',
  },
  listSessions: {
    call: 'GET /customservice/kfsession/getsessionlist',
    docs: 'doc/offiaccount/Customer_Service/Session_control.html',
  },
  listWaiting: {
    call: 'GET /customservice/kfsession/getwaitcase',
    docs: 'doc/offiaccount/Customer_Service/Session_control.html',
  },
  listMessages: {
    call: 'POST /customservice/msgrecord/getmsglist',
    integers: ['msgid'],
    stringIds: ['msgid'],
    retry: 'safe',
    docs: 'doc/offiaccount/Customer_Service/Obtain_chat_transcript.html',
  },
  listRecordsLegacy: {
    call: 'POST /customservice/msgrecord/getrecord',
    retry: 'safe',
    status: 'legacy',
    replacedBy: 'customService.listMessages',
  },
} as const

/** One row for each method of {@link CustomServiceApi}. */
export const customServiceRows: Rows<CustomServiceApi> = /* @__PURE__ */ expandRows<
  CustomServiceApi,
  typeof customServiceTable
>('customService', customServiceTable, {
  permission: {
    may: ['verifiedSubscription', 'verifiedService'],
    source: 'doc/service/api/customer/servicermanage/api_delkfaccount',
  },
})
