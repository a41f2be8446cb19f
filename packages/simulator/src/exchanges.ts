import type { Verdict } from './judge/judge.js'

/** What an exchange was about. `customerMessage` and `api` start at the robot or its client. */
export type ExchangeKind = 'push' | 'verification' | 'attack' | 'customerMessage' | 'api'

export interface ExchangeRequest {
  readonly method: string
  /** Without the query. */
  readonly url: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  /** What travelled. */
  readonly body: string
  /** What it says: the same as `body` where nothing was sealed. */
  readonly plaintext: string
  /** The text under the signature that protects it, the token included. */
  readonly stringToSign: string
}

export interface ExchangeAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** After decryption; the same as `body` where nothing was sealed. */
  readonly plaintext: string
}

/** One request and what came of it, as the inspector shows it. */
export interface Exchange {
  readonly id: string
  readonly kind: ExchangeKind
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly at: number
  /** Original id of the account; empty for a call of nobody that is known. */
  readonly account: string
  /** The user it is about, where there is one. */
  readonly openid: string | undefined
  /** A few words: `text`, `event subscribe`, `GET echostr`. */
  readonly title: string
  /** Counts the deliveries of a push, from 1. */
  readonly attempt: number
  readonly request: ExchangeRequest
  readonly outcome: 'open' | 'answered' | 'timeout' | 'refused' | 'dropped'
  /** Why there is no answer. */
  readonly problem: string | undefined
  readonly answer: ExchangeAnswer | undefined
  readonly tookMs: number
  readonly verdict: Verdict | undefined
}

export type ExchangeListener = (exchange: Exchange) => void

/** Everything that went over the wire, newest last; the oldest are forgotten. */
export interface Exchanges extends Iterable<Exchange> {
  readonly length: number
  list(): readonly Exchange[]
  get(id: string): Exchange | undefined
  /** Called when an exchange begins and again when it is over. Returns how to stop. */
  subscribe(listener: ExchangeListener): () => void
  clear(): void
}

/** What is only known at the end of an exchange, unless it begins and ends at once. */
type Unknown = Pick<Exchange, 'outcome' | 'problem' | 'answer' | 'tookMs' | 'verdict'>
const unknown: Unknown = { outcome: 'open', problem: undefined, answer: undefined, tookMs: 0, verdict: undefined }

/** The simulator's own side of the log. */
export class ExchangeLog implements Exchanges {
  readonly #kept: number
  readonly #byId = new Map<string, Exchange>()
  readonly #listeners = new Set<ExchangeListener>()
  #count = 0

  /** @param kept how many are remembered */
  constructor(kept: number) {
    this.#kept = kept
  }

  get length(): number {
    return this.#byId.size
  }

  list(): readonly Exchange[] {
    return [...this.#byId.values()]
  }

  [Symbol.iterator](): Iterator<Exchange> {
    return this.#byId.values()
  }

  get(id: string): Exchange | undefined {
    return this.#byId.get(id)
  }

  subscribe(listener: ExchangeListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#byId.clear()
  }

  /** Enters an exchange that has begun, and returns how to complete it when it is over. */
  open(begun: Omit<Exchange, 'id' | keyof Unknown> & Partial<Unknown>): {
    readonly id: string
    finish(end: Partial<Omit<Exchange, 'id'>>): Exchange
  } {
    const id = `x${++this.#count}`
    let exchange: Exchange = { id, ...unknown, ...begun }
    this.#put(exchange)
    return {
      id,
      finish: (end) => {
        exchange = { ...exchange, ...end }
        this.#put(exchange)
        return exchange
      },
    }
  }

  #put(exchange: Exchange): void {
    this.#byId.set(exchange.id, exchange)
    const oldest = this.#byId.keys().next()
    if (this.#byId.size > this.#kept && oldest.done !== true) this.#byId.delete(oldest.value)
    for (const listener of this.#listeners) listener(exchange)
  }
}
