// The values of an office's own fields as records carry them: by the field's permanent key. Its first letter says how the value is stored.
import { z } from 'zod'

/**
 * `s` text · `l` long text · `p` phone · `n` number · `m` money in minor units · `d` day · `t` moment · `b` yes or no · `c` one choice ·
 * `o` several choices · `u` a user · `r` a record · `a` an automatic number.
 */
export const storageClasses = ['s', 'l', 'p', 'n', 'm', 'd', 't', 'b', 'c', 'o', 'u', 'r', 'a'] as const
export type StorageClass = (typeof storageClasses)[number]

export const customKey = z.string().regex(/^[slpnmdtbcoura][0-9a-f]{12}$/u)

const KEY_LENGTH = 13

export const storageClassOf = (key: string): StorageClass | null =>
  key.length === KEY_LENGTH && /^[slpnmdtbcoura][0-9a-f]{12}$/u.test(key)
    ? (storageClasses.find((letter) => key.startsWith(letter)) ?? null)
    : null

export const customValue = z
  .union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(100)).max(500)])
  .nullable()
export type CustomValue = z.infer<typeof customValue>

/** What a record holds in the office's own fields; a field that is empty is not in it. */
export const customValues = z.record(customKey, customValue)
export type CustomValues = z.infer<typeof customValues>

/** A new field's key, from twelve hex digits that nobody else has: the random end of its id. */
export const customKeyOf = (letter: StorageClass, id: string): string => `${letter}${id.replaceAll('-', '').slice(-12)}`
