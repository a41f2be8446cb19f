import { runScenarios } from './scenarios.cjs'

await runScenarios((name) => import(name))
