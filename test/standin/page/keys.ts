// A shown window of the stand-in has no menu bar, so its keys are reported and looked up in the application menu.
// The source text of `reportKeys` runs in the page's isolated world, so it may use nothing from outside itself.

/** Reports keys as sorted modifiers and a key: "alt+ctrl+shift+n". */
export const reportKeys = (report: (keys: string) => void) => {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const modifiers = [
      event.altKey ? 'alt' : '',
      event.ctrlKey || event.metaKey ? 'ctrl' : '',
      event.shiftKey ? 'shift' : '',
    ].filter((word) => word !== '')
    if (modifiers.length === 0 && !/^F\d+$/.test(event.key)) return
    report([...modifiers, event.key.toLowerCase()].join('+'))
  })
}
