import type { ApiRoute } from '../route.js'
import { agentRoutes } from './agent-routes.js'
import { recordRoutes } from './record-routes.js'
import { sessionRoutes } from './session-routes.js'

export const customServiceRoutes: readonly ApiRoute[] = [...agentRoutes, ...sessionRoutes, ...recordRoutes]
