// The keys of the screens that are shown: `n`, `g` then `d`, `mod+k`. Keys typed into a field belong to the field.
import { createContext, type ReactNode, use, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { ShortcutHelp } from './ShortcutHelp.tsx'
import type { Shortcut } from './shortcut.ts'

type Register = (shortcuts: readonly Shortcut[]) => () => void

interface Shortcuts {
  readonly register: Register
  readonly showHelp: () => void
  readonly all: () => readonly Shortcut[]
}

const ShortcutsContext = createContext<Shortcuts | null>(null)

const SEQUENCE_MS = 1200

export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const sets = useRef(new Set<readonly Shortcut[]>())
  const first = useRef<{ readonly key: string; readonly at: number } | null>(null)
  const [help, setHelp] = useState<readonly Shortcut[] | null>(null)

  const register = useCallback<Register>((shortcuts) => {
    sets.current.add(shortcuts)
    return () => sets.current.delete(shortcuts)
  }, [])
  const all = useCallback(() => [...sets.current].flat(), [])
  const shortcuts = useMemo(() => ({ register, all, showHelp: () => setHelp(all()) }), [register, all])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
    const pressed = pressedKeys(event)
    const isCommand = pressed.startsWith('mod+')
    if (!isCommand && (isField(event.target) || isInsideOverlay())) return
    // Ctrl+Z inside a field takes back typing, as everywhere.
    if (isCommand && pressed.endsWith('z') && isField(event.target)) return

    const before = first.current && event.timeStamp - first.current.at < SEQUENCE_MS ? `${first.current.key} ${pressed}` : null
    const known = all().filter(({ isToldOnly }) => !isToldOnly)
    // The screen registered last is the one on top.
    const match = known.findLast(({ keys }) => keys === before) ?? known.findLast(({ keys }) => keys === pressed)
    if (match) {
      event.preventDefault()
      first.current = null
      if (!event.repeat || match.isOnce !== true) match.run()
    } else if (pressed === '?') {
      event.preventDefault()
      setHelp(all())
    } else {
      first.current = { key: pressed, at: event.timeStamp }
    }
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  return (
    <ShortcutsContext value={shortcuts}>
      {children}
      <ShortcutHelp shortcuts={help} onClose={() => setHelp(null)} />
    </ShortcutsContext>
  )
}

/** Makes keys work while the calling component is shown. `run` may change with every render. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => {
  const register = use(ShortcutsContext)?.register
  const run = useEffectEvent((keys: string) => shortcuts.find((shortcut) => shortcut.keys === keys)?.run())
  const described = JSON.stringify(shortcuts.map((shortcut) => ({ ...shortcut, run: undefined })))
  const stable = useMemo(
    () => JSON.parse(described) as readonly Omit<Shortcut, 'run'>[], // What the line above wrote.
    [described],
  )

  useEffect(() => register?.(stable.map((shortcut) => ({ ...shortcut, run: () => run(shortcut.keys) }))), [register, stable])
}

/** Opens the list of keys, as `?` does. */
export const useShowKeys = (): (() => void) => {
  const shortcuts = use(ShortcutsContext)
  return () => shortcuts?.showHelp()
}

/** The keys of the screens in front, the one on top last. */
export const useKnownShortcuts = (): (() => readonly Shortcut[]) => {
  const shortcuts = use(ShortcutsContext)
  return () => shortcuts?.all().filter(({ isToldOnly }) => !isToldOnly) ?? []
}

const pressedKeys = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string => {
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  return [
    ctrlKey || metaKey ? 'mod+' : '',
    altKey ? 'alt+' : '',
    shiftKey && (isLetter || key.length > 1) ? 'shift+' : '',
    key.toLowerCase(),
  ].join('')
}

const isModifier = (key: string): boolean => ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'].includes(key)

/** Whether typing goes somewhere: a field, a list of choices, an editable text. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'))

const isInsideOverlay = (): boolean => document.querySelector('[role=dialog], [role=menu]') !== null
