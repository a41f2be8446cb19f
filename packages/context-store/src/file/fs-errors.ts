/** It is not there (any more). */
export const gone: readonly string[] = ['ENOENT']

/** A folder is in the way, or is not empty; Windows calls it EPERM. */
export const occupied: readonly string[] = ['ENOTEMPTY', 'EEXIST', 'EPERM']

/** What a file operation resolves with; undefined when it fails with one of these codes, since another was faster. */
export async function unless<Result>(
  codes: readonly string[],
  operation: Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await operation
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined
    throw error
  }
}

/** Whether a file operation went well; false when it fails with one of these codes. */
export async function succeeds(codes: readonly string[], operation: Promise<unknown>): Promise<boolean> {
  return (
    (await unless(
      codes,
      operation.then(() => true),
    )) === true
  )
}
