// Typing into a cell. The field is there, unseen, before it is opened: so the first letter, an input method's too, is already its own.
import { Popover } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CellEditing, Leaving } from '#renderer/ui/data-grid/grid-types.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import classes from './CellEditor.module.css'

/** What a typed text means, or the sentence that says why it means nothing. */
export type ReadText = (text: string) => { readonly value: NewValue } | { readonly complaint: string }

export interface CellSave {
  /** Answers the sentence that says why it was refused; `null`: it is saved. */
  readonly save: (value: NewValue) => Promise<string | null>
}

interface TextCellEditorProps extends CellSave {
  readonly label: string
  /** The value as it is typed. */
  readonly initial: string
  readonly editing: CellEditing<ListRow>
  readonly read: ReadText
  readonly isMultiline: boolean
  readonly isEnd: boolean
}

export function TextCellEditor({ label, initial, editing, read, save, isMultiline, isEnd }: TextCellEditorProps) {
  const { isOpen, open, leave, close, onGuard } = editing
  /** `null` until something was typed. */
  const [typed, setTyped] = useState<string | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const saving = useRef<Promise<boolean> | null>(null)

  const commit = async (): Promise<boolean> => {
    if (typed === null || typed === initial) return true
    const meaning = read(typed)
    const refusal = 'complaint' in meaning ? meaning.complaint : await save(meaning.value)
    setComplaint(refusal)
    return refusal === null
  }
  /** Enter and the blur that follows it are one saving. */
  const commitOnce = (): Promise<boolean> => {
    saving.current ??= commit().finally(() => {
      saving.current = null
    })
    return saving.current
  }
  const forget = () => {
    setTyped(null)
    setComplaint(null)
  }
  const finish = (leaving: Leaving) => {
    void commitOnce().then((isTaken) => {
      if (!isTaken) return
      forget()
      leave(leaving)
    })
  }
  useEffect(() => {
    onGuard(isOpen ? commitOnce : null)
    return () => onGuard(null)
  })
  useLayoutEffect(() => {
    if (isOpen) input.current?.setSelectionRange(input.current.value.length, input.current.value.length)
  }, [isOpen])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    if (event.nativeEvent.isComposing) return
    const isNewLine = isMultiline && event.key === 'Enter' && (event.shiftKey || event.altKey)
    if (event.key === 'Escape') {
      forget()
      leave('stay')
    } else if (event.key === 'Enter' && !isNewLine) finish(event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') finish(event.shiftKey ? 'left' : 'right')
    else return
    event.preventDefault()
  }
  const props = {
    ref: input as RefObject<HTMLInputElement & HTMLTextAreaElement>,
    'data-catcher': true,
    'data-editor': isOpen || undefined,
    'data-open': isOpen || undefined,
    'data-align': isEnd ? 'end' : undefined,
    'aria-label': label,
    'aria-invalid': complaint !== null,
    className: classes[isMultiline ? 'longText' : 'text'],
    value: isOpen ? (typed ?? initial) : '',
    tabIndex: -1,
    spellCheck: isMultiline,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value)
      setComplaint(null)
      if (!isOpen) open()
    },
    onCompositionStart: () => {
      if (isOpen) return
      setTyped('')
      open()
    },
    onKeyDown,
    onBlur: () => {
      if (!isOpen) return
      void commitOnce().then((isTaken) => {
        if (!isTaken) return
        forget()
        close()
      })
    },
  }
  return (
    <Popover opened={complaint !== null} position="bottom-start" offset={4} withinPortal>
      <Popover.Target>
        <div className={classes['editor']} data-open={isOpen || undefined}>
          {isMultiline ? <textarea {...props} rows={isOpen ? 5 : 1} /> : <input type="text" autoComplete="off" {...props} />}
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
