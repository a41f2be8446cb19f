type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]

/** Without what is undefined: an optional field is left out, never sent empty. */
export type Given<T> = Omit<T, Optional<T>> & { [K in Optional<T>]?: Exclude<T[K], undefined> }

/** Drops the fields that are undefined. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
