// Typing into a cell. The field is there, unseen, before it is opened: so the first letter, an input method's too, is already its own.
// The keyboard goes on without waiting for the engine; what is refused comes back with its text.
import { Popover } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CellEditing, Leaving } from '#renderer/ui/data-grid/grid-types.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import classes from './CellEditor.module.css'
import type { RefusedText } from './use-cell-saves.ts'

interface TextCellEditorProps {
  readonly label: string
  /** The value as it is typed. */
  readonly initial: string
  /** What was typed here before and refused. */
  readonly refused: RefusedText | undefined
  readonly editing: Omit<CellEditing<never>, 'row' | 'column'>
  /** What a typed text means, or the sentence that says why it means nothing. */
  readonly read: (text: string) => { readonly value: NewValue } | { readonly complaint: string }
  readonly onSend: (typed: { readonly text: string; readonly value: NewValue }) => void
  /** What was typed is given up. */
  readonly onForget: () => void
  /** Beside the text while it is open: another way to the value. */
  readonly renderPick?: ((choose: (text: string) => void) => ReactNode) | undefined
  readonly isMultiline: boolean
  readonly isEnd: boolean
}

export function TextCellEditor(props: TextCellEditorProps) {
  const { label, initial, refused, editing, read, onSend, onForget, renderPick, isMultiline, isEnd } = props
  const { isOpen, open, leave, close, onGuard } = editing
  /** `null` until something was typed. */
  const [typed, setTyped] = useState<string | null>(null)
  const [issue, setIssue] = useState<string | null>(null)
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const text = typed ?? refused?.text ?? initial
  const complaint = isOpen ? (issue ?? (typed === null ? refused?.complaint : null) ?? null) : null

  const forget = () => {
    setTyped(null)
    setIssue(null)
    onForget()
  }
  /** Answers whether the cell may be left. */
  const commit = (said: string = text): boolean => {
    if (said === initial) {
      forget()
      return true
    }
    const meaning = read(said)
    if ('complaint' in meaning) {
      setIssue(meaning.complaint)
      return false
    }
    // Only what the keyboard has left can be sent: Enter and the blur that follows it are one saving.
    setTyped(null)
    onSend({ text: said, value: meaning.value })
    return true
  }
  const finish = (leaving: Leaving) => {
    if (commit()) leave(leaving)
  }
  useEffect(() => {
    onGuard(isOpen ? async () => commit() : null)
    return () => onGuard(null)
  })
  useLayoutEffect(() => {
    if (isOpen) input.current?.setSelectionRange(input.current.value.length, input.current.value.length)
  }, [isOpen])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return
    const isNewLine = isMultiline && event.key === 'Enter' && (event.shiftKey || event.altKey)
    if (event.key === 'Escape') {
      forget()
      leave('stay')
    } else if (event.key === 'Enter' && !isNewLine) finish(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') finish(event.shiftKey ? 'left' : 'right')
    else return
    event.preventDefault()
  }
  const field = {
    ref: input as RefObject<HTMLInputElement & HTMLTextAreaElement>,
    'data-catcher': true,
    'data-editor': isOpen || undefined,
    'data-open': isOpen || undefined,
    'data-align': isEnd ? 'end' : undefined,
    'aria-label': label,
    'aria-invalid': complaint !== null,
    className: classes[isMultiline ? 'longText' : 'text'],
    value: isOpen ? text : '',
    tabIndex: -1,
    spellCheck: isMultiline,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value)
      setIssue(null)
      if (!isOpen) open()
    },
    onCompositionStart: () => {
      if (isOpen) return
      setTyped('')
      open()
    },
    onKeyDown,
    onBlur: () => {
      if (isOpen && commit()) close()
    },
  }
  return (
    <Popover opened={complaint !== null} position="bottom-start" offset={4} withRoles={false}>
      <Popover.Target>
        <div className={classes['editor']} data-open={isOpen || undefined}>
          {isOpen &&
            renderPick?.((chosen) => {
              if (commit(chosen)) leave('stay')
            })}
          {isMultiline ? <textarea {...field} rows={isOpen ? 5 : 1} /> : <input type="text" autoComplete="off" {...field} />}
        </div>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <div role="alert" className={classes['complaint']}>
          {complaint}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
