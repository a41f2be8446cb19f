import { bareAnswer, fileAnswer, htmlAnswer, type RawAnswer } from '../answer.js'
import { type Body, integerField, isBody, optionalInteger } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute, OpenCall } from '../route.js'
import { drawnCode } from './picture.js'
import type { QrCode, QrCodes, Scene } from './qr-codes.js'

const maxLifeSeconds = 2_592_000
const usualLifeSeconds = 60

/** What each kind of code carries, and whether it lasts. */
const actions: Readonly<Record<string, { readonly lasts: boolean; readonly scene: (scene: Body) => Scene }>> = {
  QR_SCENE: { lasts: false, scene: (scene) => numbered(scene, 2 ** 32 - 1) },
  QR_STR_SCENE: { lasts: false, scene: named },
  QR_LIMIT_SCENE: { lasts: true, scene: (scene) => numbered(scene, 100_000) },
  QR_LIMIT_STR_SCENE: { lasts: true, scene: named },
}

function numbered(scene: Body, max: number): Scene {
  const id = integerField(scene, 'scene_id', { errcode: 40053 })
  return id >= 1 && id <= max ? { id } : refuse(40053, `scene_id must be 1 to ${max} for this action_name`)
}

function named({ scene_str: text }: Body): Scene {
  const length = typeof text === 'string' ? [...text].length : 0
  return typeof text === 'string' && length >= 1 && length <= 64
    ? { text }
    : refuse(40053, 'scene_str must be a text of 1 to 64 characters')
}

function create({ body, state, world }: ApiCall) {
  const { action_name: name, action_info: info } = body
  const action = typeof name === 'string' && Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined) return refuse(40052, `action_name must be one of ${Object.keys(actions).join(', ')}`)
  if (!isBody(info) || !isBody(info['scene'])) return refuse(40053, 'action_info must be { scene: { … } }')
  const scene = action.scene(info['scene'])
  if (action.lasts) return made(lastingCode(state.qrCodes, scene, world.settings.maxLastingQrCodes))
  const seconds = optionalInteger(body, 'expire_seconds', usualLifeSeconds)
  if (seconds < 1 || seconds > maxLifeSeconds) refuse(40035, `expire_seconds must be 1 to ${maxLifeSeconds}`)
  return made(state.qrCodes.create(scene, seconds), seconds)
}

function lastingCode(codes: QrCodes, scene: Scene, max: number): QrCode {
  const there = codes.lasting(scene)
  if (there !== undefined) return there
  if (codes.lastingCount >= max) refuse(45029, `the account has its ${max} codes that last for good`)
  return codes.createLasting(scene)
}

const made = ({ ticket, url }: QrCode, seconds?: number): RawAnswer =>
  bareAnswer(seconds === undefined ? { ticket, url } : { ticket, expire_seconds: seconds, url })

async function show({ accounts, query }: OpenCall): Promise<RawAnswer> {
  const ticket = query['ticket'] ?? ''
  for (const { state } of accounts) {
    const code = state.qrCodes.byTicket(ticket)
    if (code === undefined) continue
    const bytes = await drawnCode(code)
    state.qrCodes.drawn(code, bytes)
    return fileAnswer(bytes, 'image/png')
  }
  return htmlAnswer('<!doctype html><title>404</title><p>no such ticket; was it encoded for the query?</p>', 404)
}

export const qrcodeRoutes: readonly ApiRoute[] = [
  {
    id: 'qrcode.create',
    differences: [
      'What becomes of an expire_seconds above 30 days is not published; here 40035.',
      'Whether asking again for a code that lasts counts is not published; here the same code is given and counts once.',
    ],
    run: create,
  },
  {
    id: 'qrcode.show',
    source: 'https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html',
    differences: [
      'The picture is a PNG with the address alone; the real one is a JPEG.',
      'What becomes of the picture of a code past its time is not published; here it is still shown.',
    ],
    open: show,
  },
]
