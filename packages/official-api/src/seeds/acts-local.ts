import type { SeedAct } from './seed-act.js'

/** What works without WeChat stands in other packages. */
export const localActs: readonly SeedAct[] = [
  {
    of: ['WechatBasic.check_signature', 'check.message_push_check'],
    here: '`verifySignature({ token, timestamp, nonce, signature })` of `@wx/crypto`; a robot does it by itself',
  },
  {
    of: ['WechatBasic.generate_jsapi_signature'],
    here: '`signJsapi({ ticket, url })` of `@wx/crypto`; whole pages: [JS-SDK](#js-sdk)',
  },
  {
    of: ['WechatBasic.parse_data', 'WechatBasic.get_message', 'WechatBasic.message'],
    here: '`parseMessage(body)` of `@wx/xml-messages`; `ctx.message` of `@wx/robot`',
  },
  {
    of: [
      'WechatBasic.response_text',
      'WechatBasic.response_image',
      'WechatBasic.response_voice',
      'WechatBasic.response_video',
      'WechatBasic.response_music',
      'WechatBasic.response_news',
      'WechatBasic.response_none',
      'WechatBasic.group_transfer_message',
    ],
    here: '`reply.text(…)`, `.image`, `.voice`, `.video`, `.music`, `.news`, `.success`, `.transferCustomerService` of `@wx/xml-messages`; a robot’s handler returns them',
  },
]
