'use strict'

// A `require` written out is the one late, synchronous import that bundlers follow, and only CommonJS has it. It stays a
// file of its own (`#saxes` in package.json): taken into the bundle it would become a `createRequire`, which they do not.
exports.saxes = () => require('saxes')
