import type { CustomerMessage } from '../../customer-service/message.js'
import { CustomerMessageError } from '../../errors.js'
import { textField, wireText } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'

/** Does what a call within the process would do, and refuses what it would throw. */
function atDesk(work: () => void): undefined {
  try {
    work()
  } catch (error) {
    if (!(error instanceof CustomerMessageError)) throw error
    refuse(error.errcode, error.advice, error.errmsg)
  }
}

const receiver = ({ body }: ApiCall): string => textField(body, 'touser', { errcode: 40003 })

function send(call: ApiCall): undefined {
  const { touser, ...message } = call.body
  return atDesk(() => call.account.desk.accept(receiver(call), message as CustomerMessage))
}

const commands: Readonly<Record<string, boolean>> = { Typing: true, CancelTyping: false }

function typing(call: ApiCall): undefined {
  const command = wireText(call.body['command'])
  if (!Object.hasOwn(commands, command)) refuse(45072, 'command must be Typing or CancelTyping')
  return atDesk(() => call.account.desk.type(receiver(call), commands[command] === true))
}

export const customMessageRoutes: readonly ApiRoute[] = [
  {
    id: 'message.custom.send',
    run: send,
    differences: [
      'Real test accounts and unverified ones are refused a msgmenu with 40200, as seen in public; here test accounts may send one.',
      'How many entries a msgmenu may have (45098), and how long they may be (45099), is not published; here there is no limit.',
      'Cards of wxcard are not looked up, nor whether the mini program of miniprogrampage is linked to the account.',
      'An unknown customservice.kf_account is refused with 65401, a missing article of mpnewsarticle with 53600: the codes are not published.',
      'A type that this kind of account may not send is refused with 40008; the code is not published.',
    ],
  },
  {
    id: 'message.custom.typing',
    run: typing,
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/customer-message/typing.md',
    differences: [
      'When no customer message may be sent, typing is refused with 45015 or 45047; the code is not published.',
      'What counts as exchange within 30 seconds is not published; here everything that stands in the chat.',
    ],
  },
]
