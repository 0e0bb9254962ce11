// Keys of a shown window meet the accelerators of the menu: both are written in one way before they are compared.
import { expect, test } from 'vitest'
import { keysOf } from './accelerators.ts'

test.each([
  ['CmdOrCtrl+N', 'ctrl+n'],
  ['Shift+CommandOrControl+Z', 'ctrl+shift+z'],
  ['Alt+Left', 'alt+arrowleft'],
  ['F11', 'f11'],
  ['CommandOrControl+Plus', 'ctrl++'],
  ['CommandOrControl+-', 'ctrl+-'],
])('%s is %s', (accelerator, keys) => {
  expect(keysOf(accelerator)).toBe(keys)
})
