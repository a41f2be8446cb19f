export { renderPush } from './render-push.js'
export { type PushName, samplePush } from './sample-push.js'
