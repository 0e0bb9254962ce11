// What is said of an address that somebody typed.
import { expect, test } from 'vitest'
import { addressFindings, type TypedAddress } from '#main/engine/network-address.ts'

const typed = { name: 'PC-3', at: { host: '10.0.0.3', port: 47_311 }, wasThere: false, isThere: false }
const said = (changes: Partial<TypedAddress>): readonly string[] =>
  addressFindings({ ...typed, reason: null, ...changes }).map(({ level, messageKey }) => `${level} ${messageKey}`)

test('nobody is told that Kith goes on trying where one of the two does not speak to the other', () => {
  expect(said({ reason: 'left_alone' })).toEqual(['trouble network.address.left_alone'])
  expect(said({ reason: 'turned_away' })).toEqual(['trouble network.address.turned_away'])
  expect(said({ reason: 'no_answer' })).toEqual(['trouble sync.dial.no_answer', 'note network.address.kept'])
  expect(said({ reason: 'left_alone', isThere: true })).toEqual(['good network.address.connected'])
})
