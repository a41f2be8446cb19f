import { type AccreditationEvents, accreditationRows } from './events/accreditation.js'
import { type CardEvents, cardRows } from './events/cards.js'
import { type FollowAndMenuEvents, followAndMenuRows } from './events/follow-and-menu.js'
import { type GiftCardEvents, giftCardRows } from './events/gift-cards.js'
import { type InvoiceEvents, invoiceRows } from './events/invoices.js'
import { type JobEvents, jobRows } from './events/jobs.js'
import { type MiniGamePaymentEvents, miniGamePaymentRows } from './events/mini-game-payment.js'
import { type MiniOrderEvents, miniOrderRows } from './events/mini-orders.js'
import { type MiniReviewEvents, miniReviewRows } from './events/mini-review.js'
import { type MiniServiceEvents, miniServiceRows } from './events/mini-service.js'
import { type PrivacyEvents, privacyRows } from './events/privacy.js'
import { type ScanProductEvents, scanProductRows } from './events/scan-product.js'
import { type ServiceSessionEvents, serviceSessionRows } from './events/service-sessions.js'
import { type ShopAndToolEvents, shopAndToolRows } from './events/shops-and-tools.js'
import { type SubscriptionEvents, subscriptionRows } from './events/subscription.js'
import { type VirtualPaymentEvents, virtualPaymentRows } from './events/virtual-payment.js'
import type { RowsOf } from './row.js'

/** Every event the kit knows: `Event` in lower case → what it is read into. */
export interface EventTypes
  extends FollowAndMenuEvents,
    JobEvents,
    SubscriptionEvents,
    ServiceSessionEvents,
    AccreditationEvents,
    PrivacyEvents,
    CardEvents,
    GiftCardEvents,
    InvoiceEvents,
    ScanProductEvents,
    ShopAndToolEvents,
    MiniServiceEvents,
    MiniReviewEvents,
    MiniOrderEvents,
    VirtualPaymentEvents,
    MiniGamePaymentEvents {}

/** The table of events. */
export const eventRows: RowsOf<EventTypes> = {
  ...followAndMenuRows,
  ...jobRows,
  ...subscriptionRows,
  ...serviceSessionRows,
  ...accreditationRows,
  ...privacyRows,
  ...cardRows,
  ...giftCardRows,
  ...invoiceRows,
  ...scanProductRows,
  ...shopAndToolRows,
  ...miniServiceRows,
  ...miniReviewRows,
  ...miniOrderRows,
  ...virtualPaymentRows,
  ...miniGamePaymentRows,
}
