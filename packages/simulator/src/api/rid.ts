import type { World } from '../world.js'

const hex = '0123456789abcdef'

/** What WeChat names a request by in `errmsg`: the second in hex, and two random words. */
export const newRid = ({ clock, random }: World): string =>
  `${Math.floor(clock.now() / 1000).toString(16)}-${random.text(8, hex)}-${random.text(8, hex)}`
