import { blacklistRoutes } from './blacklist/routes.js'
import { contentRoutes } from './content-routes.js'
import { groupRoutes } from './groups/routes.js'
import { menuRoutes } from './menu/routes.js'
import { messageRoutes } from './message-routes.js'
import { networkRoutes } from './network/routes.js'
import { oauthRoutes } from './oauth/routes.js'
import { openapiRoutes } from './openapi/routes.js'
import { qrcodeRoutes } from './qrcode/routes.js'
import type { ApiRoute } from './route.js'
import { shortenRoutes } from './shorten/routes.js'
import { tagRoutes } from './tags/routes.js'
import { ticketRoutes } from './tickets/routes.js'
import { tokenRoutes } from './tokens/routes.js'
import { userRoutes } from './users/routes.js'
import { visionRoutes } from './vision/routes.js'

/** Every endpoint that is simulated. A domain is a line here. */
export const apiRoutes: readonly ApiRoute[] = [
  ...tokenRoutes,
  ...openapiRoutes,
  ...networkRoutes,
  ...ticketRoutes,
  ...oauthRoutes,
  ...qrcodeRoutes,
  ...shortenRoutes,
  ...menuRoutes,
  ...userRoutes,
  ...tagRoutes,
  ...blacklistRoutes,
  ...groupRoutes,
  ...contentRoutes,
  ...messageRoutes,
  ...visionRoutes,
]
