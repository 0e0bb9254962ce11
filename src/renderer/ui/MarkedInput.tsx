// A line to type into whose understood parts are marked where they stand. The marks lie behind the letters and are for the eye only.
import { type KeyboardEvent, type Ref, useRef } from 'react'
import classes from './MarkedInput.module.css'

export interface MarkedPart {
  readonly from: number
  readonly to: number
  readonly tone: 'when' | 'who' | 'other'
}

interface MarkedInputProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** In order, without overlaps. */
  readonly parts: readonly MarkedPart[]
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly describedBy?: string
  readonly inputRef?: Ref<HTMLInputElement>
  readonly autoFocus?: boolean
  /** Found by the key that leads here from anywhere. */
  readonly isQuickAdd?: boolean
}

export function MarkedInput(props: MarkedInputProps) {
  const {
    label,
    placeholder,
    value,
    onChange,
    parts,
    onKeyDown,
    describedBy,
    inputRef,
    autoFocus = false,
    isQuickAdd = false,
  } = props
  const behind = useRef<HTMLDivElement>(null)

  return (
    <div className={classes['box']}>
      <div ref={behind} className={classes['behind']} aria-hidden>
        {inPieces(value, parts).map(({ text, tone }, index) =>
          tone === null ? (
            <span key={index}>{text}</span>
          ) : (
            <mark key={index} className={classes['mark']} data-tone={tone}>
              {text}
            </mark>
          ),
        )}
      </div>
      <input
        ref={inputRef}
        className={classes['input']}
        type="text"
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={value}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={autoFocus || undefined}
        data-quick-add={isQuickAdd || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (behind.current) behind.current.scrollLeft = event.currentTarget.scrollLeft
        }}
      />
    </div>
  )
}

const inPieces = (
  value: string,
  parts: readonly MarkedPart[],
): readonly { readonly text: string; readonly tone: MarkedPart['tone'] | null }[] => {
  const pieces: { text: string; tone: MarkedPart['tone'] | null }[] = []
  let at = 0
  for (const { from, to, tone } of parts) {
    if (from > at) pieces.push({ text: value.slice(at, from), tone: null })
    if (to > Math.max(from, at)) pieces.push({ text: value.slice(Math.max(from, at), to), tone })
    at = Math.max(at, to)
  }
  pieces.push({ text: value.slice(at), tone: null })
  return pieces
}
