import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface DeviceDevice {
  id: string
  mac: string
  connect_protocol: string
  auth_key: string
  close_strategy: string
  conn_strategy: string
  crypt_method: string
  auth_ver: string
  manu_mac_pos: string
  ser_mac_pos: string
}

export interface DeviceResp {
  base_info?: DeviceBaseInfo
  errcode?: number
  errmsg?: string
}

export interface DeviceBaseInfo {
  device_type?: string
  device_id?: string
}

export interface DeviceAuthorizeRequest {
  device_num: number
  device_list: readonly DeviceDevice[]
  op_type: number
  product_id?: string
}

export interface DeviceAuthorizeAnswer extends BaseAnswer {
  resp?: readonly DeviceResp[]
}

export interface DeviceBindRequest {
  /** The ticket. */
  ticket: string
  device_id: string
  /** The user's openid for this account. */
  openid: string
}

export interface DeviceBindAnswer extends BaseAnswer {
  base_resp?: { errcode?: number; errmsg?: string }
}

export interface DeviceCompelBindRequest {
  device_id: string
  /** The user's openid for this account. */
  openid: string
}

export interface DeviceCreateQrcodeRequest {
  device_num: number
  device_id_list: readonly string[]
}

export interface DeviceCreateQrcodeAnswer extends BaseAnswer {
  device_num?: number
  code_list?: readonly { device_id?: string; ticket?: string }[]
}

export interface DeviceGetBindDeviceRequest {
  /** The user's openid for this account. */
  openid: string
}

export interface DeviceGetBindDeviceAnswer extends BaseAnswer {
  /** The user's openid for this account. */
  openid?: string
  device_list?: readonly DeviceBaseInfo[]
  resp_msg?: Readonly<Record<string, unknown>>
}

export interface DeviceGetOpenidRequest {
  device_type: string
  device_id: string
}

export interface DeviceGetOpenidAnswer extends BaseAnswer {
  open_id?: readonly string[]
  resp_msg?: Readonly<Record<string, unknown>>
}

export interface DeviceGetStatRequest {
  device_id: string
}

export interface DeviceGetStatAnswer extends BaseAnswer {
  status?: number
  status_info?: string
}

export interface DeviceGetQrcodeRequest {
  product_id: string
}

export interface DeviceGetQrcodeAnswer extends BaseAnswer {
  deviceid?: string
  qrticket?: string
  devicelicence?: string
  base_resp?: Readonly<Record<string, unknown>>
}

export interface DeviceTransmsgRequest {
  device_type: string
  device_id: string
  open_id: string
  content: string
}

export interface DeviceTransmsgAnswer extends BaseAnswer {
  ret?: number
  ret_info?: string
}

export interface DeviceVerifyQrcodeRequest {
  /** The ticket. */
  ticket: string
}

export interface DeviceVerifyQrcodeAnswer extends BaseAnswer {
  device_type?: string
  device_id?: string
  mac?: string
}

export interface DeviceApi {
  /**
   * Grants devices their ids, or updates what is stored of them.
   *
   * @deprecated Legacy on the platform.
   */
  authorize(request: DeviceAuthorizeRequest, options?: CallOptions): Promise<DeviceAuthorizeAnswer>
  /**
   * Binds a device to a user with the ticket of the user's page.
   *
   * @deprecated Legacy on the platform.
   */
  bind(request: DeviceBindRequest, options?: CallOptions): Promise<DeviceBindAnswer>
  /**
   * Binds a device to a user without the user's page.
   *
   * @deprecated Legacy on the platform.
   */
  compelBind(request: DeviceCompelBindRequest, options?: CallOptions): Promise<DeviceBindAnswer>
  /**
   * Unbinds a device from a user without the user's page.
   *
   * @deprecated Legacy on the platform.
   */
  compelUnbind(request: DeviceCompelBindRequest, options?: CallOptions): Promise<DeviceBindAnswer>
  /**
   * Tickets for the QR codes of devices, by device id.
   *
   * @deprecated Legacy on the platform.
   */
  createQrcode(request: DeviceCreateQrcodeRequest, options?: CallOptions): Promise<DeviceCreateQrcodeAnswer>
  /**
   * Devices a user is bound to.
   *
   * @deprecated Legacy on the platform.
   */
  getBindDevice(request: DeviceGetBindDeviceRequest, options?: CallOptions): Promise<DeviceGetBindDeviceAnswer>
  /**
   * Users a device is bound to.
   *
   * @deprecated Legacy on the platform.
   */
  getOpenid(request: DeviceGetOpenidRequest, options?: CallOptions): Promise<DeviceGetOpenidAnswer>
  /**
   * State of a device: authorised, bound or neither.
   *
   * @deprecated Legacy on the platform.
   */
  getStat(request: DeviceGetStatRequest, options?: CallOptions): Promise<DeviceGetStatAnswer>
  /**
   * A new device id with its QR code.
   *
   * @deprecated Legacy on the platform.
   */
  getQrcode(request: DeviceGetQrcodeRequest, options?: CallOptions): Promise<DeviceGetQrcodeAnswer>
  /**
   * Sends a message to a device through WeChat.
   *
   * @deprecated Legacy on the platform.
   */
  transmsg(request: DeviceTransmsgRequest, options?: CallOptions): Promise<DeviceTransmsgAnswer>
  /**
   * Unbinds a device from a user with the ticket of the user's page.
   *
   * @deprecated Legacy on the platform.
   */
  unbind(request: DeviceBindRequest, options?: CallOptions): Promise<DeviceBindAnswer>
  /**
   * What a device's QR code ticket stands for.
   *
   * @deprecated Legacy on the platform.
   */
  verifyQrcode(request: DeviceVerifyQrcodeRequest, options?: CallOptions): Promise<DeviceVerifyQrcodeAnswer>
}

export const deviceTable = {
  authorize: { call: 'POST /device/authorize_device' },
  bind: { call: 'POST /device/bind' },
  compelBind: { call: 'POST /device/compel_bind' },
  compelUnbind: { call: 'POST /device/compel_unbind' },
  createQrcode: { call: 'POST /device/create_qrcode' },
  getBindDevice: { call: 'GET /device/get_bind_device' },
  getOpenid: { call: 'GET /device/get_openid' },
  getStat: { call: 'GET /device/get_stat' },
  getQrcode: { call: 'GET /device/getqrcode', retry: 'never' },
  transmsg: { call: 'POST /device/transmsg' },
  unbind: { call: 'POST /device/unbind' },
  verifyQrcode: { call: 'POST /device/verify_qrcode', retry: 'safe' },
} as const

/** One row for each method of {@link DeviceApi}. */
export const deviceRows: Rows<DeviceApi> = /* @__PURE__ */ expandRows<DeviceApi, typeof deviceTable>(
  'device',
  deviceTable,
  { status: 'legacy' },
)
