// A box to type into with what was found below it: a combobox whose list is always open.
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './Palette.module.css'
import { KeyCaps } from './ShortcutHelp.tsx'

interface PaletteInputProps {
  readonly label: string
  readonly placeholder: string
  readonly listId: string
  readonly activeId: string | undefined
  readonly onChange: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function PaletteInput({ label, placeholder, listId, activeId, onChange, onKeyDown }: PaletteInputProps) {
  const isComposing = useRef(false)

  const change = (text: string) => {
    if (!isComposing.current) onChange(text)
  }
  return (
    <input
      className={classes['input']}
      type="text"
      role="combobox"
      aria-label={label}
      aria-expanded
      aria-controls={listId}
      aria-activedescendant={activeId}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      onChange={(event) => change(event.currentTarget.value)}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        change(event.currentTarget.value)
      }}
      onKeyDown={onKeyDown}
    />
  )
}

export function PaletteList({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div id={id} role="listbox" aria-label={label} className={classes['list']}>
      {children}
    </div>
  )
}

export function PaletteGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <div className={classes['group']} aria-hidden>
        {title}
      </div>
      {children}
    </div>
  )
}

interface PaletteHitProps {
  readonly id: string
  readonly title: string
  /** What kind of record it is. */
  readonly kind: string | null
  readonly detail: string | null
  /** The key that does the same. */
  readonly keys: string | null
  readonly isActive: boolean
  readonly onOpen: () => void
}

export function PaletteHit({ id, title, kind, detail, keys, isActive, onOpen }: PaletteHitProps) {
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) self.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])

  return (
    <div ref={self} id={id} role="option" aria-selected={isActive} className={classes['hit']} onClick={onOpen}>
      <span className={classes['title']}>{title}</span>
      <span className={classes['detail']}>{detail}</span>
      {kind !== null && <span className={classes['kind']}>{kind}</span>}
      {keys !== null && <KeyCaps keys={keys} isDecoration />}
    </div>
  )
}

export function PaletteNote({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['note']} role="status">
      {children}
    </div>
  )
}
