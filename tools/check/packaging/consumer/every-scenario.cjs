const { runScenarios } = require('./scenarios.cjs')

runScenarios(async (name) => require(name)).catch((error) => {
  console.error(error)
  process.exitCode = 1
})
