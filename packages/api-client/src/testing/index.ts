export { type FakeAnswer, type FakeFetch, type FakeRequest, type FakeRoutes, fakeFetch } from './fake-fetch.js'
