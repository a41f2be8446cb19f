export type { Common, EventCommon, MessageCommon, PlatformCommon } from './common.js'
export { ParseError, type ParseErrorReason, RenderError, UnsendableReplyError } from './errors.js'
export type { ParseLimits, ParseOptions } from './limits.js'
export type {
  EventMessage,
  IncomingMessage,
  KnownEvent,
  KnownMessage,
  KnownPlatformPush,
  PlatformMessage,
  Probe,
  UnknownEvent,
  UnknownMessage,
  UnknownPlatformPush,
  UserMessage,
} from './message.js'
export { type Envelope, parseEnvelope } from './read/envelope.js'
export { parseMessage } from './read/message.js'
export { type CustomerMessage, customerMessagesOf } from './reply/customer-messages.js'
export { type EnvelopeParts, type RenderOptions, renderEnvelope, renderReply } from './reply/render.js'
export {
  type AckReply,
  type Article,
  acknowledgement,
  type EmptyReply,
  type ErrCodeAck,
  type FieldsAck,
  type ImageReply,
  type JsonReply,
  type JsonValue,
  type MusicReply,
  type NewsReply,
  type Reply,
  type ReplyMakers,
  refusal,
  reply,
  type SuccessReply,
  type TextReply,
  type TransferCustomerServiceReply,
  type VideoReply,
  type VoiceReply,
} from './reply/reply.js'
export { splitText, textLimit } from './reply/split-text.js'
export type { AckFields, AckPlan } from './table/ack.js'
export { type EventTypes, eventRows } from './table/event-rows.js'
export type * from './table/events/accreditation.js'
export type * from './table/events/cards.js'
export type * from './table/events/carriers.js'
export type * from './table/events/channels-shop.js'
export type * from './table/events/drama-and-live.js'
export type * from './table/events/follow-and-menu.js'
export type * from './table/events/funds-and-complaints.js'
export type * from './table/events/gift-cards.js'
export type * from './table/events/invoices.js'
export type * from './table/events/jobs.js'
export type * from './table/events/mini-game-payment.js'
export type * from './table/events/mini-orders.js'
export type * from './table/events/mini-review.js'
export type * from './table/events/mini-service.js'
export type * from './table/events/privacy.js'
export type * from './table/events/scan-product.js'
export type * from './table/events/service-sessions.js'
export type * from './table/events/shops-and-tools.js'
export type * from './table/events/subscription.js'
export type * from './table/events/trade-component.js'
export type * from './table/events/virtual-payment.js'
export { type Found, findEventRow, findMessageRow, findPlatformRow, rowOf } from './table/lookup.js'
export type * from './table/messages.js'
export { messageRows } from './table/messages.js'
export type * from './table/platform.js'
export { platformRows } from './table/platform.js'
export type * from './table/row.js'
export type { WireFormat, WireTree, WireValue } from './wire.js'
