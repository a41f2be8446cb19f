/** What goes in and what comes out, for each algorithm. */
interface Algorithms {
  signature: { input: { token: string; timestamp: string; nonce: string }; output: string }
  msgSignature: { input: { token: string; timestamp: string; nonce: string; encrypt: string }; output: string }
  decrypt: {
    input: { encodingAESKey: string; appId: string; encrypt: string }
    output: { message?: string; length?: number; pad?: number; random?: string }
  }
  encrypt: { input: { encodingAESKey: string; appId: string; random: string; message: string }; output: string }
  jsSdk: { input: { ticket: string; noncestr: string; timestamp: string; url: string }; output: string }
  sortedValuesSha1: { input: { values: readonly string[] }; output: string }
  decryptData: {
    input: { sessionKey: string; iv: string; appId: string; encryptedData: string }
    output: { openId: string; watermarkTimestamp: number }
  }
  rawDataSignature: { input: { rawData: string; sessionKey: string }; output: string }
  sessionSignature: { input: { sessionKey: string; body: string }; output: string }
  paySig: { input: { appKey: string; uri: string; body: string }; output: string }
  payEventSig: { input: { appKey: string; event: string; payload: string }; output: string }
  midasSig: { input: { secret: string; path: string; method: 'POST'; params: string }; output: string }
  midasMpSig: { input: { sessionKey: string; path: string; method: 'POST'; params: string }; output: string }
  deliverySign: { input: { shopid: string; shop_order_id: string; app_secret: string }; output: string }
  apiEncrypt: {
    input: ApiInput & { symSn: string; symKey: string; iv: string; plaintext: string }
    output: { data: string; authtag: string }
  }
  apiVerify: {
    input: ApiInput & {
      body: string
      publicKeySpkiB64: string
      signature: string
      serial?: string
      certificate?: string
    }
    output: boolean
  }
  apiDecrypt: { input: ApiInput & { symSn: string; symKey: string; body: string }; output: { contains: string } }
}

/** What every message of API security is bound to. */
interface ApiInput {
  readonly url: string
  readonly appId: string
  readonly timestamp: number
}

/** A published pair of input and output; `source` says by whom. Narrow it by `op`. */
export type PublicVector = {
  [Op in keyof Algorithms]: { readonly id: string; readonly source: string; readonly op: Op } & Readonly<Algorithms[Op]>
}[keyof Algorithms]
