import type { PlatformCommon } from '../common.js'
import { plain } from './ack.js'
import { opt, type RowFacts, type RowsOf, req } from './row.js'

/** The ticket a third-party platform needs for its own token comes every ten minutes. */
export interface ComponentVerifyTicketPush extends PlatformCommon {
  readonly infoType: 'component_verify_ticket'
  readonly appId: string
  /** A secret: never log it. */
  readonly componentVerifyTicket: string
}

/** What a grant and its renewal have in common. */
export interface AuthorizationGranted extends PlatformCommon {
  readonly appId: string
  readonly authorizerAppid: string
  /** A secret: exchange it, never log it. */
  readonly authorizationCode: string
  /** Unix seconds. */
  readonly authorizationCodeExpiredTime: number | undefined
  /** A secret: never log it. */
  readonly preAuthCode: string
}

/** An account authorised the platform. */
export interface AuthorizedPush extends AuthorizationGranted {
  readonly infoType: 'authorized'
}

/** An account changed what it authorised. */
export interface UpdateAuthorizedPush extends AuthorizationGranted {
  readonly infoType: 'updateauthorized'
}

/** An account withdrew its authorisation. */
export interface UnauthorizedPush extends PlatformCommon {
  readonly infoType: 'unauthorized'
  readonly appId: string
  readonly authorizerAppid: string
}

/** The company a quick registration is about. */
export interface FastRegisterInfo {
  readonly name: string | undefined
  readonly code: string | undefined
  readonly codeType: number | undefined
  readonly legalPersonaWechat: string | undefined
  readonly legalPersonaName: string | undefined
  readonly componentPhone: string | undefined
  readonly wxuser: string | undefined
  readonly idname: string | undefined
}

/** A quick registration of a mini program was decided. */
export interface FastRegisterPush extends PlatformCommon {
  readonly infoType: 'notify_third_fasteregister'
  readonly appId: string
  readonly appid: string | undefined
  readonly status: number | undefined
  /** A secret: never log it. */
  readonly authCode: string | undefined
  readonly msg: string | undefined
  readonly info: FastRegisterInfo | undefined
}

/** What a trial mini program was registered with. */
export interface FastRegisterBetaInfo {
  readonly uniqueId: string
  readonly name: string
}

/** A trial mini program was registered. */
export interface FastRegisterBetaPush extends PlatformCommon {
  readonly infoType: 'notify_third_fastregisterbetaapp'
  readonly appid: string | undefined
  readonly status: number | undefined
  readonly msg: string | undefined
  readonly info: FastRegisterBetaInfo
}

/** A trial mini program was verified; what `info` holds is not published, see `fields`. */
export interface FastVerifyBetaPush extends PlatformCommon {
  readonly infoType: 'notify_third_fastverifybetaapp'
  readonly appid: string | undefined
  readonly status: number | undefined
  readonly msg: string | undefined
}

/** The filing of a mini program with the authorities was decided. */
export interface IcpFilingPush extends PlatformCommon {
  readonly infoType: 'notify_apply_icpfiling_result'
  readonly authorizerAppid: string
  readonly beianStatus: number | undefined
}

/** Who does the accreditation. */
export interface WxaAuthDispatch {
  readonly provider: string | undefined
  readonly contact: string | undefined
  /** Unix seconds. */
  readonly dispatchTime: number | undefined
}

/** The accreditation of a mini program went on. */
export interface WxaAuthPush extends PlatformCommon {
  readonly infoType: 'notify_3rd_wxa_auth'
  readonly appid: string
  readonly taskid: string
  readonly taskStatus: number | undefined
  readonly applyStatus: number | undefined
  readonly message: string | undefined
  readonly dispatchInfo: WxaAuthDispatch | undefined
}

/** The yearly accreditation of a mini program is due or over. */
export interface WxaVerifyPush extends PlatformCommon {
  readonly infoType: 'notify_3rd_wxa_wxverify'
  readonly appid: string
  readonly expired: number | undefined
  readonly message: string | undefined
}

/** Every third-party platform push the kit knows: `InfoType` in lower case → what it is read into. */
export interface PlatformTypes {
  readonly component_verify_ticket: ComponentVerifyTicketPush
  readonly authorized: AuthorizedPush
  readonly updateauthorized: UpdateAuthorizedPush
  readonly unauthorized: UnauthorizedPush
  readonly notify_third_fasteregister: FastRegisterPush
  readonly notify_third_fastregisterbetaapp: FastRegisterBetaPush
  readonly notify_third_fastverifybetaapp: FastVerifyBetaPush
  readonly notify_apply_icpfiling_result: IcpFilingPush
  readonly notify_3rd_wxa_auth: WxaAuthPush
  readonly notify_3rd_wxa_wxverify: WxaVerifyPush
}

type PlatformFacts = Pick<RowFacts, 'section' | 'status' | 'audience' | 'ack' | 'replies'>
const platform: PlatformFacts = { section: 'C', status: 'current', audience: 'third-party', ack: plain, replies: false }
const status = opt('integer', 'status')
const msg = opt('string', 'msg')
const appid = opt('string', 'appid')

const granted = {
  appId: req('string', 'AppId'),
  authorizerAppid: req('string', 'AuthorizerAppid'),
  authorizationCode: req('string', 'AuthorizationCode'),
  authorizationCodeExpiredTime: req('time', 'AuthorizationCodeExpiredTime'),
  preAuthCode: req('string', 'PreAuthCode'),
} as const

/** The table of third-party platform pushes. */
export const platformRows: RowsOf<PlatformTypes> = {
  component_verify_ticket: {
    ...platform,
    wire: 'component_verify_ticket',
    doc: 'The ticket a third-party platform needs for its own token comes every ten minutes.',
    fields: { appId: req('string', 'AppId'), componentVerifyTicket: req('string', 'ComponentVerifyTicket') },
  },
  authorized: { ...platform, wire: 'authorized', doc: 'An account authorised the platform.', fields: granted },
  updateauthorized: {
    ...platform,
    wire: 'updateauthorized',
    doc: 'An account changed what it authorised.',
    fields: granted,
  },
  unauthorized: {
    ...platform,
    wire: 'unauthorized',
    doc: 'An account withdrew its authorisation.',
    fields: { appId: req('string', 'AppId'), authorizerAppid: req('string', 'AuthorizerAppid') },
  },
  notify_third_fasteregister: {
    ...platform,
    wire: 'notify_third_fasteregister',
    doc: 'A quick registration of a mini program was decided.',
    fields: {
      appId: req('string', 'AppId'),
      appid,
      status: req('integer', 'status'),
      authCode: opt('string', 'auth_code'),
      msg,
      info: {
        kind: 'object',
        path: 'info',
        required: false,
        of: {
          name: opt('string', 'name'),
          code: opt('string', 'code'),
          codeType: opt('integer', 'code_type'),
          legalPersonaWechat: opt('string', 'legal_persona_wechat'),
          legalPersonaName: opt('string', 'legal_persona_name'),
          componentPhone: opt('string', 'component_phone'),
          wxuser: opt('string', 'wxuser'),
          idname: opt('string', 'idname'),
        },
      },
    },
  },
  notify_third_fastregisterbetaapp: {
    ...platform,
    wire: 'notify_third_fastregisterbetaapp',
    doc: 'A trial mini program was registered.',
    fields: {
      appid,
      status,
      msg,
      info: {
        kind: 'object',
        path: 'info',
        required: true,
        of: { uniqueId: req('string', 'unique_id'), name: req('string', 'name') },
      },
    },
  },
  notify_third_fastverifybetaapp: {
    ...platform,
    wire: 'notify_third_fastverifybetaapp',
    doc: 'A trial mini program was verified; what `info` holds is not published, see `fields`.',
    fields: { appid, status, msg },
  },
  notify_apply_icpfiling_result: {
    ...platform,
    wire: 'notify_apply_icpfiling_result',
    doc: 'The filing of a mini program with the authorities was decided.',
    fields: { authorizerAppid: req('string', 'authorizer_appid'), beianStatus: req('integer', 'beian_status') },
  },
  notify_3rd_wxa_auth: {
    ...platform,
    wire: 'notify_3rd_wxa_auth',
    doc: 'The accreditation of a mini program went on.',
    fields: {
      appid: req('string', 'appid'),
      taskid: req('string', 'taskid'),
      taskStatus: req('integer', 'task_status'),
      applyStatus: req('integer', 'apply_status'),
      message: opt('string', 'message'),
      dispatchInfo: {
        kind: 'object',
        path: 'dispatch_info',
        required: false,
        of: {
          provider: opt('string', 'provider'),
          contact: opt('string', 'contact'),
          dispatchTime: opt('time', 'dispatch_time'),
        },
      },
    },
  },
  notify_3rd_wxa_wxverify: {
    ...platform,
    wire: 'notify_3rd_wxa_wxverify',
    doc: 'The yearly accreditation of a mini program is due or over.',
    fields: {
      appid: req('string', 'appid'),
      expired: req('integer', 'expired'),
      message: opt('string', 'message'),
    },
  },
}
