export type { RedisClient, RedisSubscriber } from './client.js'
export { RedisCoordinatorError } from './errors.js'
export { type RedisCoordinator, type RedisCoordinatorOptions, redisCoordinator } from './redis-coordinator.js'
