// What a user does first with the packages, through whichever module system loads them.
const assert = require('node:assert/strict')
const { packages } = require('./house.json')

const token = 'consumer'
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const appId = 'wx0000000000000001'

const push = (content) =>
  '<xml><ToUserName><![CDATA[gh_0000000000ff]]></ToUserName><FromUserName><![CDATA[o-user]]></FromUserName>' +
  `<CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
  `<Content><![CDATA[${content}]]></Content><MsgId>9007199254740993</MsgId></xml>`

const requestOf = ({ query, body }) => ({
  method: 'POST',
  path: '/wx',
  query,
  headers: { 'content-type': 'text/xml' },
  body,
})

const scenarios = [
  {
    name: 'a robot answers a signed push, and refuses a forged one',
    needs: ['@wx/robot', '@wx/crypto'],
    async run(load) {
      const { Robot } = await load('@wx/robot')
      const { signQuery } = await load('@wx/crypto/testing')
      const robot = new Robot({ token })
      robot.text((context) => `heard: ${context.message.content}`)
      const answer = await robot.handle(requestOf({ ...signQuery({ token }), body: push('你好') }))
      assert.equal(answer.status, 200)
      assert.match(String(answer.body), /<Content><!\[CDATA\[heard: 你好\]\]><\/Content>/)
      const forged = await robot.handle(requestOf({ ...signQuery({ token: 'another' }), body: push('你好') }))
      assert.ok(forged.status >= 400, `a forged push was answered ${forged.status}`)
      await robot.close()
    },
  },
  {
    name: 'a robot answers an encrypted push',
    needs: ['@wx/robot', '@wx/crypto'],
    async run(load) {
      const { Robot } = await load('@wx/robot')
      const { openReply, sealPush } = await load('@wx/crypto/testing')
      const settings = { token, encodingAesKey, appId }
      const robot = new Robot(settings)
      robot.text((context) => `heard: ${context.message.content}`)
      const answer = await robot.handle(requestOf(sealPush(push('secret'), settings)))
      assert.equal(answer.status, 200)
      assert.ok(!String(answer.body).includes('heard'), 'the answer is not encrypted')
      assert.match(openReply(String(answer.body), settings), /heard: secret/)
      await robot.close()
    },
  },
  {
    name: 'the simulator sends a message, and shows its user the answer',
    needs: ['@wx/simulator', '@wx/robot'],
    async run(load) {
      const { startSimulator } = await load('@wx/simulator')
      const { Robot } = await load('@wx/robot')
      const simulator = await startSimulator({})
      try {
        const account = simulator.createAccount({ kind: 'service', mode: 'secure' })
        const robot = new Robot(account.config)
        robot.text((context) => `heard: ${context.message.content}`)
        const connected = await account.connect(robot.handle)
        assert.equal(connected.ok, true, connected.reason)
        const { reply, verdict } = await account.createUser({}).send({ type: 'text', content: 'hello' })
        assert.equal(verdict.ok, true, JSON.stringify(verdict))
        assert.equal(reply.content, 'heard: hello')
        await robot.close()
      } finally {
        await simulator.close()
      }
    },
  },
]

/** Runs every scenario whose packages are installed. */
exports.runScenarios = async (load) => {
  for (const { name, run } of scenarios.filter(({ needs }) => needs.every((it) => packages.includes(it)))) {
    await run(load).catch((error) => {
      throw new Error(`${name}: ${error.message}`, { cause: error })
    })
  }
}
