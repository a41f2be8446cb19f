import { customMessageRoutes } from './custom-message/routes.js'
import { customServiceRoutes } from './custom-service/routes.js'
import { massRoutes } from './mass/routes.js'
import type { ApiRoute } from './route.js'
import { subscribeRoutes } from './subscribe/routes.js'
import { templateRoutes } from './template/routes.js'

/** Everything an account sends of itself, and its customer service. */
export const messageRoutes: readonly ApiRoute[] = [
  ...customMessageRoutes,
  ...customServiceRoutes,
  ...templateRoutes,
  ...subscribeRoutes,
  ...massRoutes,
]
