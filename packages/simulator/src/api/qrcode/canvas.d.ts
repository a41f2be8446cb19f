/** `@types/qrcode` names the browser's canvas; this package has no browser and draws on none. */
interface HTMLCanvasElement {
  width: number
}
