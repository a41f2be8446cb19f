export { type PushOptions, type TestAnswer, TestUser, type TestUserOptions, testUser } from './test-user.js'
