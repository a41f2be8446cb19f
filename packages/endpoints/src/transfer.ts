/** What this package needs of a `Blob`: a browser's, Node's, or one like them. */
export interface BlobLike {
  /** Bytes. */
  readonly size: number
  /** Media type, `''` when unknown. */
  readonly type: string
  readonly name?: string
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A file with what WeChat wants to know of it; what is left out, the client finds out. */
export type NamedFile = (
  | { readonly data: Uint8Array | ArrayBuffer | BlobLike | AsyncIterable<Uint8Array> }
  /** A file of this machine. */
  | { readonly path: string }
) & {
  /** Sent as the part's file name, ASCII: WeChat reads the kind of media from its extension. */
  readonly filename?: string
  readonly contentType?: string
  /** Bytes; needed for a stream whose length nothing else tells. */
  readonly length?: number
}

/** Anything that can be uploaded. */
export type FileInput = Uint8Array | ArrayBuffer | BlobLike | AsyncIterable<Uint8Array> | NamedFile

/** Bytes that WeChat answered with; read once, in whichever form suits. */
export interface Download {
  /** As the answer says; WeChat's own header is not always right. */
  readonly contentType: string
  readonly filename?: string
  /** Bytes, where the answer says so. */
  readonly length?: number
  bytes(): Promise<Uint8Array>
  stream(): AsyncIterable<Uint8Array>
  /** `data:<type>;base64,…` */
  dataUrl(): Promise<string>
  /** Writes the file; half a file is never left under that name. */
  saveTo(path: string): Promise<void>
}
