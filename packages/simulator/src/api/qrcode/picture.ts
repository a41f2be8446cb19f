import QRCode from 'qrcode'
import type { QrCode } from './qr-codes.js'

const widthPixels = 430
/** Modules of white around a code. https://www.iso.org/standard/83389.html */
const marginModules = 4

/** The code as a PNG. */
export const drawnCode = ({ url }: QrCode): Promise<Uint8Array> =>
  QRCode.toBuffer(url, { width: widthPixels, margin: marginModules })

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the code stands in its picture. */
export interface Corners {
  readonly left_top: Point
  readonly right_top: Point
  readonly right_bottom: Point
  readonly left_bottom: Point
}

/** The corners of the code in its picture, in pixels. */
export function cornersOf({ url }: QrCode): Corners {
  const modules = QRCode.create(url).modules.size
  const near = Math.round((marginModules * widthPixels) / (modules + 2 * marginModules))
  const far = widthPixels - near
  return {
    left_top: { x: near, y: near },
    right_top: { x: far, y: near },
    right_bottom: { x: far, y: far },
    left_bottom: { x: near, y: far },
  }
}
