export { checkMedia, type MediaReport } from './check-media.js'
export type { FileFormat } from './file-format.js'
export { type MediaLife, type MediaLimit, type MediaUse, mediaLimits } from './limits.js'
export {
  type MediaCache,
  type MediaCacheClient,
  type MediaCacheOptions,
  mediaCache,
  type TemporaryMedia,
} from './media-cache.js'
export { type MediaRefusal, MediaRefusedError, type MediaRefusedFacts } from './media-refused-error.js'
