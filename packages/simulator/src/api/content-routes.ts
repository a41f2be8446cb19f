import { commentRoutes } from './comments/routes.js'
import { datacubeRoutes } from './datacube/routes.js'
import { draftRoutes } from './drafts/routes.js'
import { freepublishRoutes } from './freepublish/routes.js'
import { materialRoutes } from './materials/routes.js'
import { mediaRoutes } from './media/routes.js'
import type { ApiRoute } from './route.js'

/** What an account uploads, writes and publishes, what readers write below, and what is counted. */
export const contentRoutes: readonly ApiRoute[] = [
  ...mediaRoutes,
  ...materialRoutes,
  ...draftRoutes,
  ...freepublishRoutes,
  ...commentRoutes,
  ...datacubeRoutes,
]
