export { adapterContract } from './adapter-contract.js'
export type {
  AdapterMountOptions,
  AdapterSetup,
  AdapterUnderTest,
  BodyFate,
  MountedAdapter,
} from './adapter-mount.js'
export { findLeaks } from './find-leaks.js'
export { fetchRaw, type LoopbackServer, listenOnLoopback, type RawRequest, type RawResponse } from './loopback.js'
export { encryptSample, jsonSample, type PushSample, xmlSample } from './push-samples.js'
export { type LogLine, type RecordingLogger, recordingLogger } from './recording-logger.js'
export type { Expectation, TestKit } from './test-kit.js'
