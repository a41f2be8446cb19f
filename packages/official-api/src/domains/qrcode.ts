import { HttpError } from '@wx/api-client'
import { ConfigError } from '@wx/core'
import type {
  CallOptions,
  Download,
  EndpointRow,
  QrcodeApi,
  QrcodeCreateAnswer,
  QrcodeCreateRequest,
} from '@wx/endpoints'
import { rowLoaders } from '@wx/endpoints/load'
import { optionsOf, shown, text, whole } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { partOf } from '../binding/answer.js'
import type { Caller } from '../binding/bind-domain.js'
import { UnknownTicketError } from '../errors.js'
import type { Shorthands } from './shorthands.js'

/** A code to scan. Who scans it sends event `SCAN`, or `subscribe` when they did not follow yet. */
export interface Qrcode {
  readonly ticket: string
  /** What the code says; for drawing it yourself. */
  readonly url: string
  /** Address of the picture, as WeChat draws it. */
  readonly pictureUrl: string
  /** Seconds it lasts; missing for one that lasts for good. */
  readonly expireSeconds?: number
}

/** QR codes that carry a value of yours. */
export interface QrcodeDomain extends QrcodeApi {
  /**
   * Makes a code that lasts for a time.
   *
   * @param scene what comes back with the scan: 1 to 4,294,967,295 (32 bits), or 1 to 64 characters
   * @param options `expireSeconds`: up to 2,592,000 (30 days); WeChat takes 60 when left out
   * @throws ConfigError for a scene or time beyond the limits
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html
   */
  temporary(scene: number | string, options?: CallOptions & { readonly expireSeconds?: number }): Promise<Qrcode>
  /**
   * Makes a code that lasts for good; an account has 100,000 of them.
   *
   * @param scene what comes back with the scan: 1 to 100,000, or 1 to 64 characters
   * @throws ConfigError for a scene beyond the limits
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html
   */
  permanent(scene: number | string, options?: CallOptions): Promise<Qrcode>
  /**
   * The picture of a code, for its ticket.
   *
   * @throws UnknownTicketError when WeChat has no code for it
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html
   */
  picture(ticket: string, options?: CallOptions): Promise<Download>
}

const maxExpireSeconds = 2_592_000
const maxCharacters = 64

export const qrcodeShorthands = (
  api: QrcodeApi,
  { client }: { readonly client: Caller },
): Shorthands<QrcodeDomain, QrcodeApi> => {
  const create = async (request: QrcodeCreateRequest, options: CallOptions | undefined): Promise<Qrcode> =>
    qrcodeOf(await api.create(request, options), client)
  return {
    async temporary(scene, options) {
      const { expireSeconds, ...rest } = optionsOf(options)
      if (expireSeconds !== undefined) whole('expireSeconds', expireSeconds, { min: 1, max: maxExpireSeconds })
      const expires = given({ expire_seconds: expireSeconds })
      return create(
        typeof scene === 'number'
          ? { action_name: 'QR_SCENE', ...expires, action_info: { scene: { scene_id: temporaryId(scene) } } }
          : { action_name: 'QR_STR_SCENE', ...expires, action_info: { scene: { scene_str: sceneText(scene) } } },
        rest,
      )
    },
    permanent: async (scene, options) =>
      create(
        typeof scene === 'number'
          ? {
              action_name: 'QR_LIMIT_SCENE',
              action_info: { scene: { scene_id: whole('scene', scene, { min: 1, max: 100_000 }) } },
            }
          : { action_name: 'QR_LIMIT_STR_SCENE', action_info: { scene: { scene_str: sceneText(scene) } } },
        options,
      ),
    async picture(ticket, options) {
      try {
        return await api.show({ ticket: text('ticket', ticket) }, options)
      } catch (cause) {
        if (cause instanceof HttpError && cause.status === 404) throw new UnknownTicketError({ cause })
        throw cause
      }
    },
  }
}

/** A 32-bit integer but 0, says WeChat's page; what is beyond comes back as 4,294,967,295. */
const temporaryId = (scene: number): number => whole('scene', scene, { min: 1, max: 2 ** 32 - 1 })

function sceneText(scene: string): string {
  if (typeof scene !== 'string') throw new ConfigError('scene', `must be a number or text, not ${shown(scene)}`)
  const { length } = [...text('scene', scene)]
  if (length > maxCharacters) throw new ConfigError('scene', `${length} characters, and WeChat takes ${maxCharacters}`)
  return scene
}

async function qrcodeOf(answer: QrcodeCreateAnswer, client: Caller): Promise<Qrcode> {
  const ticket = partOf('qrcode.create', answer, 'ticket')
  const { url, expire_seconds } = answer
  const { show } = await rowLoaders.qrcode()
  // The same address that `show` fetches, for a browser: through the client, which knows of another host.
  const page: EndpointRow = { ...show, answer: 'redirect' }
  const pictureUrl = (await client.invoke(page, { ticket })) as string
  return given({ ticket, url, pictureUrl, expireSeconds: expire_seconds })
}
