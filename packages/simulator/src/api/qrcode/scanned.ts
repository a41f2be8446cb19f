import { ImpossibleActionError } from '../../errors.js'
import type { QrCodes, Scene } from './qr-codes.js'

/** What a camera found in a code. */
export interface Scanned {
  readonly scene: Scene
  readonly ticket: string
}

const isAddress = (text: string): boolean => /^https?:\/\//.test(text)
const isTicket = (text: string): boolean => /^gQ.{40,}$/.test(text)

/**
 * The code that is meant: by its ticket, by the URL in its picture, or by its scene. A scene that no code was made for
 * stands for a code printed long ago.
 * @param ticket for such a code
 * @throws ImpossibleActionError for a code whose time is over, and for a ticket or URL that is none of the account's
 */
export function scannedCode(codes: QrCodes, what: string | number, ticket: () => string): Scanned {
  const text = String(what)
  const code = codes.byTicket(text) ?? codes.byUrl(text) ?? codes.byScene(text)
  if (code !== undefined) {
    if (!codes.isOver(code)) return code
    throw new ImpossibleActionError('the QR code is past its time: WeChat shows that, and pushes nothing')
  }
  if (isAddress(text) || isTicket(text)) {
    throw new ImpossibleActionError('the account has made no such QR code: scan the ticket or the url of qrcode.create')
  }
  return { scene: typeof what === 'number' ? { id: what } : { text }, ticket: ticket() }
}
