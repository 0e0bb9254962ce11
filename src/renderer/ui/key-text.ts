// The name of a key as it stands on the keyboard in front of the user.

const MAC: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧' }
const NAMES: Readonly<Record<string, string>> = {
  ...{ mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵', esc: 'Esc', tab: 'Tab', ' ': 'Space', f2: 'F2' },
  ...{ arrowright: '→', arrowleft: '←', arrowdown: '↓', arrowup: '↑' },
}

/** One key: `mod` is Ctrl, or ⌘ on a Mac. */
export const keyName = (key: string): string =>
  (navigator.platform.startsWith('Mac') ? MAC[key] : undefined) ?? NAMES[key] ?? key.toUpperCase()

/** `mod+k` as Ctrl+K, `g d` as G then D. */
export const keyText = (keys: string, then: string): string =>
  keys === ' '
    ? keyName(keys)
    : keys
        .split(' ')
        .map((step) => step.split('+').map(keyName).join('+'))
        .join(` ${then} `)
