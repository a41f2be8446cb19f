import type { Common } from '../common.js'
import type { WireTree } from '../wire.js'
import type { AckPlan } from './ack.js'

/** Text kinds: `id` is digits that must never become a number, `json` and `base64` say what the text holds. */
export type TextKind = 'string' | 'id' | 'json' | 'base64'
/** Number kinds: `time` is unix seconds. */
export type NumberKind = 'integer' | 'decimal' | 'time'
/** Kinds of a leaf: `flag` is `0`/`1` in XML and `true`/`false` in JSON. */
export type ScalarKind = TextKind | NumberKind | 'flag'

interface Place {
  /** Where it stands: element names joined by dots, from the root or from the surrounding structure. */
  readonly path: string
  /** Other places to look, in order, when there is nothing at `path`. */
  readonly aliases?: readonly string[]
}

/** A leaf. */
export interface ScalarField<K extends ScalarKind = ScalarKind, R extends boolean = boolean> extends Place {
  readonly kind: K
  /** Whether WeChat documents it as always there. */
  readonly required: R
}

/** Latitude and longitude, which the wire keeps apart. `path` is the latitude. */
export interface PointField extends Place {
  readonly kind: 'point'
  readonly longitude: string
  readonly required: boolean
}

/** A structure. A required one that is missing is read as one without content. */
export interface ObjectField<T = unknown, R extends boolean = boolean> extends Place {
  readonly kind: 'object'
  readonly required: R
  readonly of: FieldsOf<T>
}

/** A list: always an array, also for one entry and for none. Entries are structures, or leaves of one kind. */
export interface ListField<I = unknown> extends Place {
  readonly kind: 'list'
  readonly required: boolean
  readonly of: ItemOf<I>
}

/**
 * A structure of which only the name is published: it is handed on as it stood on the wire. A missing one is read as one
 * without content. An alias `''` is the body itself, for payloads that JSON writes beside the header.
 */
export interface TreeField extends Place {
  readonly kind: 'tree'
  readonly required: true
}

/** Any field, when the type it belongs to does not matter. */
export type Field = ScalarField | PointField | TreeField | AnyObjectField | AnyListField

/** A structure, when the type it belongs to does not matter. */
export interface AnyObjectField extends Place {
  readonly kind: 'object'
  readonly required: boolean
  readonly of: Fields
}

/** A list, when the type of its entries does not matter. */
export interface AnyListField extends Place {
  readonly kind: 'list'
  readonly required: boolean
  readonly of: Fields | ScalarKind
}

/** Attribute name → field. */
export interface Fields {
  readonly [attribute: string]: Field
}

type ItemOf<I> = I extends string ? TextKind : I extends number ? NumberKind : FieldsOf<I>

type IsRequired<T> = undefined extends T ? false : true

/**
 * The field that fits a TypeScript type. A number, a flag and a point have to admit `undefined` even where WeChat always
 * sends them: what arrives may not be a number, and that must not throw. Anything else has no field (`never`).
 */
export type FieldFor<T> = [Exclude<T, undefined>] extends [string]
  ? ScalarField<TextKind, IsRequired<T>>
  : [Exclude<T, undefined>] extends [readonly [number, number]]
    ? undefined extends T
      ? PointField
      : never
    : [Exclude<T, undefined>] extends [readonly (infer I)[]]
      ? undefined extends T
        ? never
        : ListField<I>
      : [Exclude<T, undefined>] extends [number]
        ? undefined extends T
          ? ScalarField<NumberKind>
          : never
        : [Exclude<T, undefined>] extends [boolean]
          ? undefined extends T
            ? ScalarField<'flag'>
            : never
          : // An interface is no wire tree: it has no index signature.
            [T] extends [WireTree]
            ? TreeField
            : [Exclude<T, undefined>] extends [object]
              ? ObjectField<Exclude<T, undefined>, IsRequired<T>>
              : never

/** One field for each attribute of `T`: none missing, none too many, each of a kind that fits. */
export type FieldsOf<T> = { readonly [A in keyof T]-?: FieldFor<T[A]> }

/** The attributes that belong to one row alone. */
export type OwnAttributes<T> = Omit<T, keyof Common | 'kind' | 'type' | 'event' | 'infoType'>

/** The fields of a row, for rows that share them. */
export type RowFields<T> = FieldsOf<OwnAttributes<T>>

/** Where a row stands in the table. */
export type Section = 'M' | `A${number}` | `B${number}` | 'C'

/** Who can receive it. */
export type Audience = 'official-account' | 'mini-program' | 'both' | 'third-party'

/** What is known about one push. `T` is the interface it is read into. */
export interface Row<T> extends RowFacts {
  readonly fields: RowFields<T>
}

/** A row, when the type it is read into does not matter. */
export interface AnyRow extends RowFacts {
  readonly fields: Fields
}

/** What a row says beside its fields. */
export interface RowFacts {
  /** `MsgType`, `Event` or `InfoType` as WeChat documents it. */
  readonly wire: string
  /** Other spellings that mean the same. */
  readonly aliases?: readonly string[]
  /** One line: when it is sent. */
  readonly doc: string
  /** Group of the table: `M` messages, `A1`–`A10` official accounts, `B1`–`B6` mini programs and shops, `C` platforms. */
  readonly section: Section
  readonly status: 'current' | 'legacy' | 'undocumented'
  readonly audience: Audience
  /** What WeChat expects as an answer, how soon, and what it does otherwise. */
  readonly ack: AckPlan
  /** Whether a passive reply to it can be seen by a user. */
  readonly replies: boolean
  /** The official page, where it is certain. */
  readonly docs?: string
}

/** A row for each member of a map of types, keyed alike. */
export type RowsOf<Types> = { readonly [K in keyof Types]: Row<Types[K]> }

/** A leaf WeChat documents as always there. */
export const req = <K extends ScalarKind>(kind: K, path: string, ...aliases: string[]): ScalarField<K, true> => ({
  kind,
  path,
  required: true,
  ...(aliases.length > 0 ? { aliases } : {}),
})

/** A leaf that may be missing. */
export const opt = <K extends ScalarKind>(kind: K, path: string, ...aliases: string[]): ScalarField<K, false> => ({
  kind,
  path,
  required: false,
  ...(aliases.length > 0 ? { aliases } : {}),
})

/** A structure of which only the name is published. */
export const tree = (path: string, ...aliases: string[]): TreeField => ({
  kind: 'tree',
  path,
  required: true,
  ...(aliases.length > 0 ? { aliases } : {}),
})

/** A structure that is always there. */
export const structure = <const O>(
  path: string,
  of: O,
): { readonly kind: 'object'; readonly path: string; readonly required: true; readonly of: O } => ({
  kind: 'object',
  path,
  required: true,
  of,
})
