import { expect, it } from 'vitest'
import { fixture } from '../house/fixture.js'
import { codes } from './codes.js'
import { passes } from './gate.js'

it('error codes belong to one package, stand in its README, and exist', async () => {
  const house = await fixture({
    core: { files: { 'src/a.ts': "code = 'WX_CORE_A'\n", 'README.md': '| WX_CORE_A | a | b |\n' } },
    crypto: {
      files: {
        'src/a.ts': "const codes = { key: 'WX_CRYPTO_KEY' }\nif (code === 'WX_CORE_A') {}\n",
        'src/a.test.ts': "const code = 'WX_CRYPTO_TEST'\n",
        'README.md': 'WX_CRYPTO_KEY\n',
      },
    },
  })
  expect(await codes(house.root)).toEqual({ looked: 2, unit: 'codes', problems: [] })

  await house.write('packages/core/src/b.ts', "code: 'WX_CRYPTO_KEY'\n")
  await house.write('packages/crypto/README.md', 'WX_CRYPTO_OLD\n')
  expect((await codes(house.root)).problems).toEqual([
    'packages/core/README.md: WX_CRYPTO_KEY is not in its table of errors',
    'WX_CRYPTO_KEY is defined by core and by crypto: a code has one meaning',
    'packages/crypto/README.md: WX_CRYPTO_KEY is not in its table of errors',
    'packages/crypto/README.md: nothing has the code WX_CRYPTO_OLD',
  ])
  await house.remove()
})

it('do not pass when there are none', async () => {
  const empty = await fixture({ core: {} })
  expect(passes(await codes(empty.root))).toBe(false)
  await empty.remove()
})
