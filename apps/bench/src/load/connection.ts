import { connect, type Socket } from 'node:net'
import { type RawAnswer, ResponseReader } from './response-reader.js'

/** One keep-alive connection: a request at a time. */
export class Connection {
  readonly #socket: Socket
  readonly #reader = new ResponseReader()
  #onAnswer: ((answer: RawAnswer) => void) | undefined
  #onError: ((error: Error) => void) | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      try {
        const answer = this.#reader.read(chunk)
        if (answer !== undefined) this.#onAnswer?.(answer)
      } catch (error) {
        this.#onError?.(error as Error)
      }
    })
    socket.on('error', (error) => this.#onError?.(error))
    socket.on('close', () => this.#onError?.(new Error('a server closed a connection')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new Connection(socket))
      })
    })
  }

  /** Who hears of answers, and of the end of the connection. */
  listen(onAnswer: (answer: RawAnswer) => void, onError: (error: Error) => void): void {
    this.#onAnswer = onAnswer
    this.#onError = onError
  }

  send(request: Buffer): void {
    this.#socket.write(request)
  }

  close(): void {
    this.#onError = undefined
    this.#socket.destroy()
  }
}
