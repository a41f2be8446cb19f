import { ConfigError } from '@wx/core'
import type { VisitOptions } from '../api/oauth/visit.js'
import type { TapOptions } from '../user.js'
import type { UserMessageInput } from '../user-messages.js'
import {
  accountOf,
  as,
  type ControlBody,
  type ControlRoute,
  choice,
  number,
  optionalText,
  text,
  texts,
  userOf,
  userPath,
} from './control-route.js'

/** A scene is a number or a text. */
function sceneOf(body: ControlBody): string | number {
  const { scene } = body
  if (typeof scene === 'string' || typeof scene === 'number') return scene
  throw new ConfigError('scene', 'must be a text or a number')
}

/** What a user does. */
export const userRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: `${userPath}/send`,
    doc: 'writes: { type: "text", content } and the other types; answers when all deliveries are over',
    run: (call) => userOf(call).send(as<UserMessageInput>({ ...call.body, type: text(call.body, 'type') })),
  },
  {
    method: 'POST',
    path: `${userPath}/tap`,
    doc: 'taps a button: { button: key or name, … what is scanned or chosen }',
    run: (call) => userOf(call).tap(text(call.body, 'button'), as<TapOptions>(call.body)),
  },
  {
    method: 'POST',
    path: `${userPath}/tap-message-menu`,
    doc: 'taps an entry of a msgmenu in the chat: { id }',
    run: (call) => userOf(call).tapMsgMenu(text(call.body, 'id')),
  },
  {
    method: 'POST',
    path: `${userPath}/visit`,
    doc: 'opens an address in the browser of WeChat, through web OAuth too: { url, consent?, loadsTwice? }',
    run: (call) => userOf(call).visit(text(call.body, 'url'), as<VisitOptions>(call.body)),
  },
  {
    method: 'POST',
    path: `${userPath}/follow`,
    doc: 'follows: { scene? }',
    run: (call) => userOf(call).follow(call.body['scene'] === undefined ? {} : { scene: sceneOf(call.body) }),
  },
  { method: 'POST', path: `${userPath}/unfollow`, doc: 'stops following', run: (call) => userOf(call).unfollow() },
  {
    method: 'POST',
    path: `${userPath}/scan`,
    doc: 'scans a code: { scene }, a scene, or the ticket or url of qrcode/create',
    run: (call) => userOf(call).scan(sceneOf(call.body)),
  },
  {
    method: 'POST',
    path: `${userPath}/location`,
    doc: 'reports where the phone is: { latitude, longitude, precision? }',
    run: (call) => {
      const place = { latitude: number(call.body, 'latitude'), longitude: number(call.body, 'longitude') }
      return userOf(call).reportLocation(
        call.body['precision'] === undefined ? place : { ...place, precision: number(call.body, 'precision') },
      )
    },
  },
  {
    method: 'POST',
    path: `${userPath}/session`,
    doc: 'opens the customer-service chat of a mini program: { sessionFrom? }',
    run: (call) => {
      const sessionFrom = optionalText(call.body, 'sessionFrom')
      return userOf(call).enterSession(sessionFrom === undefined ? {} : { sessionFrom })
    },
  },
  {
    method: 'POST',
    path: `${userPath}/block-templates`,
    doc: 'refuses template messages from now on, or takes them again: { blocks? }',
    run: (call) => {
      const { blocks = true } = call.body
      if (typeof blocks !== 'boolean') throw new ConfigError('blocks', 'must be true or false')
      userOf(call).blockTemplates(blocks)
    },
  },
  {
    method: 'POST',
    path: `${userPath}/answer-subscription`,
    doc: 'answers the question for subscription messages: { templateIds, answer?: "accept" or "reject" }',
    run: (call) =>
      accountOf(call).subscriptions.answer(
        userOf(call).openid,
        texts(call.body, 'templateIds'),
        choice(call.body, 'answer', ['accept', 'reject']),
      ),
  },
  {
    method: 'POST',
    path: `${userPath}/agree-once`,
    doc: 'agrees to one message of a one-time subscription: { scene }',
    run: (call) => accountOf(call).subscriptions.agreeOnce(userOf(call).openid, sceneOf(call.body)),
  },
]
