import { networkRoutes } from './network/routes.js'
import type { ApiRoute } from './route.js'
import { tokenRoutes } from './tokens/routes.js'

/** Every endpoint that is simulated. A domain is a line here. */
export const apiRoutes: readonly ApiRoute[] = [...tokenRoutes, ...networkRoutes]
