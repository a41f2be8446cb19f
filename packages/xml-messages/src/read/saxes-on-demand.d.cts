import type * as Saxes from 'saxes'

/**
 * saxes at first use: to read its 70 kB costs a cold start as much as all the rest of this package, and nearly all pushes
 * are read without it.
 */
export declare const saxes: () => typeof Saxes
