// The signs that two computers show after pairing: people who read different languages compare them aloud.
import { expect, test } from 'vitest'
import { languages } from '#shared/base/messages.ts'
import { pairingSigns } from '#shared/sync/pairing-signs.ts'
import { pairingSignsMessages } from '#shared/sync/pairing-signs.messages.ts'

test('there are sixty-four of them, none twice, and none is called as another in any language', () => {
  expect(new Set(pairingSigns).size).toBe(64)
  for (const language of languages) {
    const names = pairingSigns.map((sign) => pairingSignsMessages[language][`pairing_signs.${sign}`].toLowerCase())
    expect(new Set(names).size).toBe(64)
    expect(names.filter((name) => name.trim() === '')).toEqual([])
  }
})
