import { createHash } from 'node:crypto'
import type { World } from '../../world.js'

/** What a code carries: a number or a text. */
export type Scene = { readonly id: number } | { readonly text: string }

/** A QR code of an account. */
export interface QrCode {
  readonly ticket: string
  /** What is in the picture. */
  readonly url: string
  readonly scene: Scene
  /** Milliseconds since 1970; infinite for one that lasts. */
  readonly expiresAt: number
}

/** The number or the text of a scene. */
export const sceneValue = (scene: Scene): string | number => ('id' in scene ? scene.id : scene.text)

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The QR codes an account has made. */
export class QrCodes {
  readonly #world: World
  readonly #byTicket = new Map<string, QrCode>()
  readonly #lasting = new Map<string, QrCode>()
  readonly #byPicture = new Map<string, QrCode>()

  constructor(world: World) {
    this.#world = world
  }

  /** How many last for good. */
  get lastingCount(): number {
    return this.#lasting.size
  }

  create(scene: Scene, lifeSeconds: number): QrCode {
    return this.#make(scene, this.#world.clock.now() + lifeSeconds * 1000)
  }

  /** The code of this scene that lasts for good, if there is one. */
  lasting(scene: Scene): QrCode | undefined {
    return this.#lasting.get(keyOf(scene))
  }

  createLasting(scene: Scene): QrCode {
    const code = this.#make(scene, Number.POSITIVE_INFINITY)
    this.#lasting.set(keyOf(scene), code)
    return code
  }

  byTicket(ticket: string): QrCode | undefined {
    return this.#byTicket.get(ticket)
  }

  byUrl(url: string): QrCode | undefined {
    return [...this.#byTicket.values()].find((code) => code.url === url)
  }

  /** Takes note of the picture that was shown of a code. */
  drawn(code: QrCode, picture: Uint8Array): void {
    this.#byPicture.set(digestOf(picture), code)
  }

  /** The code in a picture that was shown before, byte for byte. */
  byPicture(picture: Uint8Array): QrCode | undefined {
    return this.#byPicture.get(digestOf(picture))
  }

  /** The newest code of that scene; one that still works, where there is one. */
  byScene(scene: string): QrCode | undefined {
    const ofScene = [...this.#byTicket.values()].reverse().filter((code) => String(sceneValue(code.scene)) === scene)
    return ofScene.find((code) => !this.isOver(code)) ?? ofScene[0]
  }

  isOver({ expiresAt }: QrCode): boolean {
    return this.#world.clock.now() >= expiresAt
  }

  #make(scene: Scene, expiresAt: number): QrCode {
    const { ids, random } = this.#world
    const url = `http://weixin.qq.com/q/02${random.text(20, alphabet)}`
    const code = { ticket: ids.ticket(), url, scene, expiresAt }
    this.#byTicket.set(code.ticket, code)
    return code
  }
}

/** The number 7 and the text "7" are two scenes. */
const keyOf = (scene: Scene): string => JSON.stringify(scene)

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')
