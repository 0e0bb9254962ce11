// A shown window of the stand-in has no menu bar, so its keys are reported and looked up in the application menu.
// The source text of `reportKeys` runs in the page's isolated world, so it may use nothing from outside itself.

/** Reports commands as sorted modifiers and a key, "alt+ctrl+shift+n", and keeps Chromium's own away: Electron has none. */
export const reportKeys = (report: (keys: string) => void) => {
  addEventListener('keydown', (event) => {
    const { key, altKey, shiftKey } = event
    const ctrlKey = event.ctrlKey || event.metaKey
    const isFunctionKey = /^F\d+$/.test(key)
    const types = event.getModifierState('AltGraph') || !(ctrlKey || altKey)
    if (event.defaultPrevented || event.isComposing || event.repeat || (types && !isFunctionKey)) return

    const edits = ctrlKey && !altKey && 'acvxyz'.includes(key.toLowerCase())
    const isChromiums = isFunctionKey || (key.length === 1 && !edits) || (altKey && key.startsWith('Arrow'))
    if (isChromiums && key !== 'F12') event.preventDefault()
    const modifiers = [altKey && 'alt', ctrlKey && 'ctrl', shiftKey && 'shift'].filter((word) => word !== false)
    report([...modifiers, key.toLowerCase()].join('+'))
  })
}
