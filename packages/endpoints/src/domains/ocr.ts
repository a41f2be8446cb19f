import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { FileInput } from '../transfer.js'

export interface OcrCertPosition {
  pos?: OcrPos
}

export interface OcrPos {
  left_top?: { x?: number; y?: number }
  right_top?: { x?: number; y?: number }
  right_bottom?: { x?: number; y?: number }
  left_bottom?: { x?: number; y?: number }
}

export interface OcrPrintedTextItem {
  text?: string
  pos?: OcrPos
}

export interface OcrBankCardRequest {
  type?: string
  img_url?: string
  img?: FileInput
}

export interface OcrBankCardAnswer extends BaseAnswer {
  number?: string
}

export interface OcrBusinessLicenseAnswer extends BaseAnswer {
  reg_num?: string
  serial?: string
  legal_representative?: string
  type_of_organization?: string
  enterprise_name?: string
  type_of_enterprise?: string
  address?: string
  business_scope?: string
  registered_capital?: string
  paid_in_capital?: string
  valid_period?: string
  registered_date?: string
  cert_position?: OcrCertPosition
  img_size?: { w?: number; h?: number }
}

export interface OcrPrintedTextRequest {
  img_url?: string
  img?: FileInput
}

export interface OcrPrintedTextAnswer extends BaseAnswer {
  items?: readonly OcrPrintedTextItem[]
  img_size?: { w?: number; h?: number }
}

export interface OcrVehicleLicenseAnswer extends BaseAnswer {
  plate_num?: string
  vehicle_type?: string
  owner?: string
  addr?: string
  use_character?: string
  model?: string
  vin?: string
  engine_num?: string
  register_date?: string
  issue_date?: string
  plate_num_b?: string
  record?: string
  passengers_num?: string
  total_quality?: string
  prepare_quality?: string
  overall_size?: string
  card_position_front?: OcrCertPosition
  card_position_back?: OcrCertPosition
  img_size?: { w?: number; h?: number }
}

export interface OcrDriverLicenseAnswer extends BaseAnswer {
  id_num?: string
  name?: string
  sex?: string
  nationality?: string
  address?: string
  birth_date?: string
  issue_date?: string
  car_class?: string
  valid_from?: string
  valid_to?: string
  official_seal?: string
}

export interface OcrIdCardAnswer extends BaseAnswer {
  type?: string
  id?: string
  name?: string
  addr?: string
  gender?: string
  nationality?: string
  valid_date?: string
}

export interface OcrMenuAnswer extends BaseAnswer {
  content?: string
}

export interface OcrApi {
  /**
   * Reads a bank card's number from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
   */
  bankCard(request?: OcrBankCardRequest, options?: CallOptions): Promise<OcrBankCardAnswer>
  /**
   * Reads a business licence from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
   */
  businessLicense(request?: OcrBankCardRequest, options?: CallOptions): Promise<OcrBusinessLicenseAnswer>
  /**
   * Reads printed text from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
   */
  printedText(request?: OcrPrintedTextRequest, options?: CallOptions): Promise<OcrPrintedTextAnswer>
  /**
   * Reads a vehicle registration from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
   */
  vehicleLicense(request?: OcrBankCardRequest, options?: CallOptions): Promise<OcrVehicleLicenseAnswer>
  /**
   * Reads a driving licence from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/openpoc/ocr/api_drivinglicenseocr
   */
  driverLicense(request?: OcrBankCardRequest, options?: CallOptions): Promise<OcrDriverLicenseAnswer>
  /**
   * Reads an identity card from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
   */
  idCard(request?: OcrBankCardRequest, options?: CallOptions): Promise<OcrIdCardAnswer>
  /**
   * Reads a restaurant's menu from a picture, by file or by address.
   */
  menu(request?: OcrPrintedTextRequest, options?: CallOptions): Promise<OcrMenuAnswer>
  /**
   * Reads a number plate from a picture, by file or by address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
   */
  plateNumber(request?: OcrPrintedTextRequest, options?: CallOptions): Promise<OcrBankCardAnswer>
}

export const ocrTable = {
  bankCard: {
    call: 'POST /cv/ocr/bankcard',
    body: 'multipart',
    query: ['type', 'img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/OCR.html' },
    docs: 'doc/offiaccount/Intelligent_Interface/OCR.html',
  },
  businessLicense: {
    call: 'POST /cv/ocr/bizlicense',
    body: 'multipart',
    query: ['type', 'img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/OCR.html' },
    docs: 'doc/offiaccount/Intelligent_Interface/OCR.html',
  },
  printedText: {
    call: 'POST /cv/ocr/comm',
    body: 'multipart',
    query: ['img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/OCR.html' },
    docs: 'doc/offiaccount/Intelligent_Interface/OCR.html',
  },
  vehicleLicense: {
    call: 'POST /cv/ocr/driving',
    body: 'multipart',
    query: ['type', 'img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/OCR.html' },
    docs: 'doc/offiaccount/Intelligent_Interface/OCR.html',
  },
  driverLicense: {
    call: 'POST /cv/ocr/drivinglicense',
    body: 'multipart',
    query: ['type', 'img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/OCR.html' },
    docs: 'doc/service/api/openpoc/ocr/api_drivinglicenseocr',
  },
  idCard: {
    call: 'POST /cv/ocr/idcard',
    body: 'multipart',
    query: ['type', 'img_url'],
    content: 'img',
    retry: 'safe',
    quota: { limit: 100, source: 'doc/offiaccount/Intelligent_Interface/OCR.html' },
    docs: 'doc/offiaccount/Intelligent_Interface/OCR.html',
  },
  menu: {
    call: 'POST /cv/ocr/menu',
    platform: 'officialAccount',
    body: 'multipart',
    query: ['img_url'],
    content: 'img',
    retry: 'safe',
  },
  plateNumber: {
    call: 'POST /cv/ocr/platenum',
    body: 'multipart',
    query: ['img_url'],
    content: 'img',
    retry: 'safe',
    status: 'unknown',
    docs: 'doc/offiaccount/Intelligent_Interface/OCR.html',
  },
} as const

/** One row for each method of {@link OcrApi}. */
export const ocrRows: Rows<OcrApi> = /* @__PURE__ */ expandRows<OcrApi, typeof ocrTable>('ocr', ocrTable, {
  platform: 'both',
})
