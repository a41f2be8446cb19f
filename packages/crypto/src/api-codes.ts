/**
 * What the platform answers when it refuses a secured call; our own checks of its answers report the same numbers.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/getting_started/api_signature.html
 */
export const apiCode = {
  missingSerial: 40230,
  missingTimestamp: 40231,
  missingSignature: 40232,
  missingAppId: 40233,
  invalidSignature: 40234,
  invalidEncryption: 40235,
  invalidAppId: 40236,
  otherAppId: 40237,
  noSymmetricKey: 40238,
  noAsymmetricKey: 40239,
  expiredTimestamp: 40240,
} as const

const headerLost = 'send every header that request() returned; a proxy on the way may drop them'

const advice: { readonly [Name in keyof typeof apiCode]: string } = {
  missingSerial: 'give asymmetricSn, the number the console shows for your asymmetric key',
  missingTimestamp: headerLost,
  missingSignature: headerLost,
  missingAppId: headerLost,
  invalidSignature:
    'privateKey must belong to the public key in the console; send url and body as request() returned them',
  invalidEncryption: 'symmetricKey must be the key and the number that the console shows; send the body as it is',
  invalidAppId: 'check appId',
  otherAppId: 'appId must be the account whose access_token is used',
  noSymmetricKey: 'set a symmetric key (AES256_GCM) in the console',
  noAsymmetricKey: 'set an asymmetric key (RSAwithSHA256) in the console',
  expiredTimestamp: 'set the clock of this machine, and send a request at once',
}

/** What to do about an errcode of this table; undefined for any other. */
export function adviceFor(errcode: number): string | undefined {
  for (const name of Object.keys(apiCode) as (keyof typeof apiCode)[]) {
    if (apiCode[name] === errcode) return advice[name]
  }
  return undefined
}
