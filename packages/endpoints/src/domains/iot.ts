import type { BaseAnswer, OpenAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface IotRegisterDeviceRequest {
  product_id: number
  iot_device_list: readonly { sn: string }[]
}

export interface IotRegisterDeviceAnswer extends BaseAnswer {
  dev_info_list?: readonly Readonly<Record<string, unknown>>[]
}

export interface IotGetDeviceTicketRequest {
  ilink_im_sdk_id: string
  user_openid: string
  ticket_scene?: number
}

export interface IotGetDeviceTicketAnswer extends BaseAnswer {
  ilink_device_ticket?: string
}

export interface IotGetDeviceQrcodeRequest {
  ilink_im_sdk_id: string
  payload: { ticket_scene?: number }
}

export interface IotResetPublicDeviceRequest {
  ilink_im_sdk_id: string
}

export interface IotApi {
  /**
   * Registers devices of a product.
   *
   * @deprecated Legacy on the platform.
   */
  registerDevice(request: IotRegisterDeviceRequest, options?: CallOptions): Promise<IotRegisterDeviceAnswer>
  /**
   * Ticket of a device.
   *
   * @deprecated Legacy on the platform.
   */
  getDeviceTicket(request: IotGetDeviceTicketRequest, options?: CallOptions): Promise<IotGetDeviceTicketAnswer>
  /**
   * QR code of a device.
   *
   * @deprecated Legacy on the platform.
   */
  getDeviceQrcode(request: IotGetDeviceQrcodeRequest, options?: CallOptions): Promise<OpenAnswer>
  /**
   * Resets a public device.
   *
   * @deprecated Legacy on the platform.
   */
  resetPublicDevice(request: IotResetPublicDeviceRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Resets a device.
   *
   * @deprecated Legacy on the platform.
   */
  resetDevice(request: IotResetPublicDeviceRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const iotTable = {
  registerDevice: { call: 'POST /ilink/api/cloud_register_device' },
  getDeviceTicket: { call: 'POST /ilink/api/get_device_ticket', retry: 'safe' },
  getDeviceQrcode: { call: 'POST /ilink/api/mmiot/get_device_qrcode', retry: 'safe' },
  resetPublicDevice: { call: 'POST /ilink/api/mmiot/reset_public_device' },
  resetDevice: { call: 'POST /ilink/api/reset_device' },
} as const

/** One row for each method of {@link IotApi}. */
export const iotRows: Rows<IotApi> = /* @__PURE__ */ expandRows<IotApi, typeof iotTable>('iot', iotTable, {
  status: 'legacy',
})
