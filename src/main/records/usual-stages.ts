// The lifecycle that a workspace begins with: every machine of the office makes the same rows of it.
import { generateKeyBetween } from 'fractional-indexing'
import type { Language } from '#shared/base/messages.ts'
import { defaultLifecycle } from '#shared/customers/lifecycle.ts'
import type { WriteTx } from '#main/db/database.ts'

/** Makes the usual stages, named in the office's language. Answers how many there are. */
export const putUsualStages = (tx: WriteTx, language: Language): number => {
  let position: string | null = null
  for (const { key, name } of defaultLifecycle) {
    position = generateKeyBetween(position, null)
    tx.put('lifecycleStages', [key], { name: name[language], position })
  }
  return defaultLifecycle.length
}
