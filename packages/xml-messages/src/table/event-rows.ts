import {
  accreditationRows,
  followAndMenuRows,
  jobRows,
  privacyRows,
  serviceSessionRows,
  subscriptionRows,
} from './account-rows.js'
import type { AccreditationEvents } from './events/accreditation.js'
import type { CardEvents } from './events/cards.js'
import type { CarrierEvents } from './events/carriers.js'
import type { ChannelsShopEvents } from './events/channels-shop.js'
import type { DramaAndLiveEvents } from './events/drama-and-live.js'
import type { FollowAndMenuEvents } from './events/follow-and-menu.js'
import type { FundsAndComplaintEvents } from './events/funds-and-complaints.js'
import type { GiftCardEvents } from './events/gift-cards.js'
import type { InvoiceEvents } from './events/invoices.js'
import type { JobEvents } from './events/jobs.js'
import type { MiniGamePaymentEvents } from './events/mini-game-payment.js'
import type { MiniOrderEvents } from './events/mini-orders.js'
import type { MiniReviewEvents } from './events/mini-review.js'
import type { MiniServiceEvents } from './events/mini-service.js'
import type { PrivacyEvents } from './events/privacy.js'
import type { ScanProductEvents } from './events/scan-product.js'
import type { ServiceSessionEvents } from './events/service-sessions.js'
import type { ShopAndToolEvents } from './events/shops-and-tools.js'
import type { SubscriptionEvents } from './events/subscription.js'
import type { TradeComponentEvents } from './events/trade-component.js'
import type { VirtualPaymentEvents } from './events/virtual-payment.js'
import { dramaAndLiveRows, miniOrderRows, miniReviewRows, miniServiceRows } from './mini-program-rows.js'
import { miniGamePaymentRows, virtualPaymentRows } from './payment-rows.js'
import type { RowsOf } from './row.js'
import { carrierRows, channelsShopRows } from './shop-and-carrier-rows.js'
import { cardRows, giftCardRows, invoiceRows, scanProductRows, shopAndToolRows } from './shop-rows.js'
import { fundsAndComplaintRows, tradeComponentRows } from './trade-rows.js'

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
    MiniGamePaymentEvents,
    DramaAndLiveEvents,
    TradeComponentEvents,
    FundsAndComplaintEvents,
    ChannelsShopEvents,
    CarrierEvents {}

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
  ...dramaAndLiveRows,
  ...tradeComponentRows,
  ...fundsAndComplaintRows,
  ...channelsShopRows,
  ...carrierRows,
}
